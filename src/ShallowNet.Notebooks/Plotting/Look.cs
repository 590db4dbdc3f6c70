namespace ShallowNet.Notebooks;

/// <summary>Colours and measures that all figures and drawings share.</summary>
internal static class Look
{
    // Okabe & Ito 2008, "Color Universal Design": told apart by readers with any common colour-vision deficiency.
    public const string Blue = "#0072B2";
    public const string Vermilion = "#D55E00";
    public const string Green = "#009E73";
    public const string Purple = "#CC79A7";
    public const string Sky = "#56B4E9";
    public const string Orange = "#E69F00";
    public const string Gray = "#7F7F7F";

    /// <summary>The browser replaces these by the page's own colours, and again when the page's theme changes.</summary>
    public const string PageText = "@text";
    public const string PageMuted = "@muted";
    public const string PageGrid = "@grid";
    public const string PagePaper = "@paper";

    /// <summary>The height of a plot in pixels, where nothing asks for another.</summary>
    public const int Height = 340;

    /// <summary>A plot does not grow wider than this, in pixels.</summary>
    public const int MaxWidth = 840;

    private static readonly string[] SeriesColors = [Blue, Vermilion, Green, Purple, Orange, Sky, Gray, "#8C6D1F"];

    // Class 0 and class 1 are blue and orange in every chapter; the rest serve the ten digits.
    private static readonly string[] ClassColors = [Blue, Orange, Green, Vermilion, Purple, Sky, Gray, "#8C6D1F", "#5B3F8C", "#B03060"];

    private static readonly string[] ClassSymbols = ["circle", "diamond", "square", "triangle-up", "cross", "triangle-down", "x", "star", "pentagon", "hexagon"];

    private static readonly string[] Dashes = ["solid", "dash", "dot", "dashdot", "longdash"];

    public static IReadOnlyList<string> Colorway => SeriesColors;

    public static string Series(int index) => SeriesColors[index % SeriesColors.Length];

    public static string Class(int index) => ClassColors[index % ClassColors.Length];

    public static string Symbol(int index) => ClassSymbols[index % ClassSymbols.Length];

    /// <summary>A second sign beside the colour, so that curves are told apart in gray print too.</summary>
    public static string Dash(int index) => Dashes[index % Dashes.Length];

    /// <summary>"#RRGGBB" with an opacity from 0 to 1, as CSS.</summary>
    public static string Transparent(string color, double opacity) => FormattableString.Invariant(
        $"rgba({Convert.ToInt32(color[1..3], 16)},{Convert.ToInt32(color[3..5], 16)},{Convert.ToInt32(color[5..7], 16)},{opacity:0.##})");
}

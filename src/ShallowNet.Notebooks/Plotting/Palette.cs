namespace ShallowNet.Notebooks;

/// <summary>The colors that all figures and drawings share. Each has a lighter twin for dark pages, which figure.js puts in its place. All
/// stand out from their page, and readers with a color-vision deficiency can tell them apart: the tests hold the numbers.</summary>
internal static partial class Palette
{
    public const string Blue = "#0072B2", Vermilion = "#D55E00", Green = "#38A575", Purple = "#670155", Orange = "#C98600";
    /// <summary>For groups that their place on an axis tells apart.</summary>
    public const string Neutral = "#4F6479";
    /// <summary>The browser replaces these by the page's own colors, and again when the page's theme changes.</summary>
    public const string PageText = "@text", PageMuted = "@muted", PageGrid = "@grid", PageFaint = "@faint", PagePaper = "@paper";

    private const string Brown = "#6A2B00", Teal = "#187C91", Gray = "#606264", Tan = "#A68046";

    public static IReadOnlyList<string> Colorway { get; } = [Blue, Vermilion, Green, Purple, Brown, Teal, Gray, Tan];

    // Class 0 and class 1 are blue and orange in every chapter, as are what speaks for them: negative and positive weights.
    private static readonly string[] ClassColors = [Blue, Orange, Green, Purple, Vermilion, Teal, Gray, Tan, Brown, Neutral];

    private static readonly string[] ClassSymbols =
        ["circle", "diamond", "square", "triangle-up", "cross", "triangle-down", "x", "star", "pentagon", "hexagon"];

    private static readonly Dictionary<string, string> OfActivations =
        new() { ["sigmoid"] = Blue, ["tanh"] = Vermilion, ["ReLU"] = Green, ["leaky ReLU"] = Purple, ["linear"] = Gray };

    /// <summary>The twin of each color on dark pages.</summary>
    public static IReadOnlyDictionary<string, string> OnDark { get; } = new[]
    {
        (Blue, "#2E9EFA"), (Vermilion, "#E07141"), (Green, "#74FEB7"), (Purple, "#C07FAA"), (Orange, "#F0B030"),
        (Brown, "#FFC400"), (Teal, "#5BC0E8"), (Gray, "#D2D9DE"), (Tan, "#FFE388"), (Neutral, "#9FB4C9"),
    }.ToDictionary();

    /// <summary>One color a name: an activation function has the same in every chapter, others take the colors left, in order.</summary>
    public static string[] Series(IReadOnlyList<string> names)
    {
        var free = new Queue<string>(Colorway.Except(names.Select(Known).OfType<string>()));
        return [.. names.Select(name =>
        {
            var color = Known(name) ?? free.Dequeue();
            if (free.Count == 0)
                free = new Queue<string>(Colorway);
            return color;
        })];
    }

    /// <summary>Of groups whose names stand on an axis: as of a series if an activation function is among them, else one for all.</summary>
    public static string[] Groups(IReadOnlyList<string> names) =>
        names.Any(name => Known(name) is not null) ? Series(names) : [.. names.Select(_ => Neutral)];

    public static string Class(int index) => ClassColors[index % ClassColors.Length];

    public static string Symbol(int index) => ClassSymbols[index % ClassSymbols.Length];

    /// <summary>"#RRGGBB" with an opacity from 0 to 1, as "#RRGGBBAA".</summary>
    public static string Transparent(string color, double opacity) => Invariant($"{color}{(int)Math.Round(255 * opacity):X2}");

    /// <summary>A color a share of the way from one to another, opacities included, as CSS.</summary>
    public static string Mixed(string from, double fromOpacity, string to, double toOpacity, double share)
    {
        int Channel(int at) => (int)Math.Round(Between(Convert.ToInt32(from[at..(at + 2)], 16), Convert.ToInt32(to[at..(at + 2)], 16)));
        double Between(double a, double b) => a + (b - a) * share;
        return Invariant($"rgba({Channel(1)},{Channel(3)},{Channel(5)},{Between(fromOpacity, toOpacity):0.###})");
    }

    private static string? Known(string name) => OfActivations.GetValueOrDefault(Slope.Replace(name, ""));

    [GeneratedRegex(@"(?<=^leaky ReLU) [\d.]+$")] private static partial Regex Slope { get; }
}

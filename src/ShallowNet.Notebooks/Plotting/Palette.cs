using static System.FormattableString;

namespace ShallowNet.Notebooks;

/// <summary>Colors and measures that all figures and drawings share.</summary>
internal static class Palette
{
    // Okabe & Ito 2008, "Color Universal Design": told apart by readers with any common color-vision deficiency.
    public const string Blue = "#0072B2";
    public const string Vermilion = "#D55E00";
    public const string Green = "#009E73";
    public const string Purple = "#CC79A7";
    public const string Sky = "#56B4E9";
    public const string Orange = "#E69F00";
    public const string Gray = "#7F7F7F";

    /// <summary>The browser replaces these by the page's own colors, and again when the page's theme changes.</summary>
    public const string PageText = "@text";
    public const string PageMuted = "@muted";
    public const string PageGrid = "@grid";
    public const string PagePaper = "@paper";

    private static readonly string[] SeriesColors = [Blue, Vermilion, Green, Purple, Orange, Sky, Gray, "#8C6D1F"];

    private static readonly (string Name, string Color)[] ActivationColors =
        [("sigmoid", Blue), ("tanh", Vermilion), ("ReLU", Green), ("leaky ReLU", Purple), ("linear", Gray)];

    // Class 0 and class 1 are blue and orange in every chapter; the rest serve the ten digits.
    private static readonly string[] ClassColors = [Blue, Orange, Green, Vermilion, Purple, Sky, Gray, "#8C6D1F", "#5B3F8C", "#B03060"];

    private static readonly string[] ClassSymbols = ["circle", "diamond", "square", "triangle-up", "cross", "triangle-down", "x", "star", "pentagon", "hexagon"];

    public static IReadOnlyList<string> Colorway => SeriesColors;

    /// <summary>
    /// One color a name: an activation function has the same in every chapter, the other names take the colors that are left, in order.
    /// </summary>
    /// <param name="names">The names in the order of the legend.</param>
    public static string[] Series(IReadOnlyList<string> names)
    {
        var known = names.Select(Known).ToArray();
        foreach (var shared in Enumerable.Range(0, names.Count).Where(i => known[i] is not null).GroupBy(i => known[i]).Where(group => group.Count() > 1).ToArray())
        {
            // Of "tanh" and "tanh(z/2)" the shortest keeps the color.
            var keeper = shared.MinBy(i => names[i].Length);
            foreach (var i in shared.Where(i => i != keeper))
            {
                known[i] = null;
            }
        }
        var free = SeriesColors.Except(known.OfType<string>()).ToArray();
        var next = 0;
        return [.. known.Select(color => color ?? free[next++ % free.Length])];
    }

    /// <summary>Colors of groups whose names stand on an axis: an activation function its own, all others the first.</summary>
    public static string[] Groups(IEnumerable<string> names) => [.. names.Select(name => Known(name) ?? SeriesColors[0])];

    private static string? Known(string name)
    {
        var first = name.TrimStart();
        return ActivationColors.FirstOrDefault(pair => first.StartsWith(pair.Name, StringComparison.OrdinalIgnoreCase)).Color;
    }

    public static string Class(int index) => ClassColors[index % ClassColors.Length];

    public static string Symbol(int index) => ClassSymbols[index % ClassSymbols.Length];

    /// <summary>"#RRGGBB" with an opacity from 0 to 1, as CSS.</summary>
    public static string Transparent(string color, double opacity) => Mixed(color, opacity, color, opacity, 0);

    /// <summary>A color a share of the way from one to another, opacities included, as CSS.</summary>
    public static string Mixed(string from, double fromOpacity, string to, double toOpacity, double share)
    {
        int Channel(int at) => (int)Math.Round(Between(Convert.ToInt32(from[at..(at + 2)], 16), Convert.ToInt32(to[at..(at + 2)], 16)));
        double Between(double a, double b) => a + (b - a) * share;
        return Invariant($"rgba({Channel(1)},{Channel(3)},{Channel(5)},{Between(fromOpacity, toOpacity):0.###})");
    }
}

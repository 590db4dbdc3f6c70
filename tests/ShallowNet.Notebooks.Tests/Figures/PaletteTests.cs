namespace ShallowNet.Notebooks.Tests;

/// <summary>
/// The palette's promises as numbers: contrast by WCAG 2, color vision by Machado, Oliveira and Fernandes 2009, distance as ΔE of CIELAB.
/// </summary>
public sealed class PaletteTests
{
    // Severity 1.0, on linear RGB.
    private static readonly double[,] Deuteranopia =
        { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } };

    private static readonly double[,] Protanopia =
        { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } };

    private static readonly double[,] Usual = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };

    private static IEnumerable<string> Dark => Palette.Colorway.Select(color => Palette.OnDark[color]);

    [Fact]
    public void Colors_OnALightPage_StandOutThreeToOne() =>
        Assert.All(Palette.OnDark.Keys, color => Assert.True(Contrast(color, "#FFFFFF") >= 3,
            $"{color}: {Contrast(color, "#FFFFFF"):0.00}"));

    [Theory]
    [InlineData("#1E1E1E")]
    [InlineData("#252526")]
    [InlineData("#000000")]
    public void Twins_OnADarkPage_StandOutFourAndAHalfToOne(string page) =>
        Assert.All(Palette.OnDark.Values, color => Assert.True(Contrast(color, page) >= 4.5,
            $"{color} on {page}: {Contrast(color, page):0.00}"));

    [Fact]
    public void Colorway_SeenByAnyone_HasNoTwoColorsAlike()
    {
        foreach (var vision in (double[][,])[Deuteranopia, Protanopia, Usual])
        {
            Assert.True(Closest(Palette.Colorway, vision) >= 15, $"light: {Closest(Palette.Colorway, vision):0.0}");
            Assert.True(Closest(Dark, vision) >= 15, $"dark: {Closest(Dark, vision):0.0}");
        }
    }

    [Fact]
    public void FirstFive_SeenByADeuteranope_AreFarApart()
    {
        Assert.True(Closest(Palette.Colorway.Take(5), Deuteranopia) >= 25, $"light: {Closest(Palette.Colorway.Take(5), Deuteranopia):0.0}");
        Assert.True(Closest(Dark.Take(5), Deuteranopia) >= 25, $"dark: {Closest(Dark.Take(5), Deuteranopia):0.0}");
    }

    [Fact]
    public void Signs_SeenByADeuteranope_AreFarApart() =>
        Assert.True(Closest([Palette.Blue, Palette.Orange], Deuteranopia) >= 60);

    private static double Closest(IEnumerable<string> colors, double[,] vision)
    {
        var labs = colors.Select(color => Lab(Seen(Linear(color), vision))).ToArray();
        return labs.SelectMany((one, i) => labs.Take(i).Select(other => Distance(one, other))).Min();
    }

    private static double Contrast(string one, string other)
    {
        double[] luminance = [Luminance(one) + 0.05, Luminance(other) + 0.05];
        return luminance.Max() / luminance.Min();
    }

    private static double Luminance(string color) => Linear(color) is [var r, var g, var b] ? 0.2126 * r + 0.7152 * g + 0.0722 * b
        : double.NaN;

    private static double[] Linear(string color) => [.. Enumerable.Range(0, 3).Select(i => 2 * i + 1)
        .Select(at => Convert.ToInt32(color[at..(at + 2)], 16) / 255.0)
        .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4))];

    private static double[] Seen(double[] rgb, double[,] vision) =>
        [.. Enumerable.Range(0, 3).Select(i => Math.Clamp(Enumerable.Range(0, 3).Sum(j => vision[i, j] * rgb[j]), 0, 1))];

    private static double[] Lab(double[] rgb)
    {
        static double F(double t) => t > 0.008856 ? Math.Cbrt(t) : 7.787 * t + 16 / 116.0;
        var x = F((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.9505);
        var y = F(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
        var z = F((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.089);
        return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
    }

    private static double Distance(double[] one, double[] other) => Math.Sqrt(one.Zip(other, (a, b) => (a - b) * (a - b)).Sum());
}

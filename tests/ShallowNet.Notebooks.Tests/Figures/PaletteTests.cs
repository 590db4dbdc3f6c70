namespace ShallowNet.Notebooks.Tests;

/// <summary>
/// The palette's promises as numbers: contrast by WCAG 2, color vision by Machado, Oliveira and Fernandes 2009, distance as ΔE of CIELAB.
/// </summary>
public sealed class PaletteTests
{
    // Severity 1.0, on linear RGB.
    private static readonly Matrix<double> Deuteranopia = Matrix<double>.Build.DenseOfArray(new[,]
        { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } });

    private static readonly Matrix<double> Protanopia = Matrix<double>.Build.DenseOfArray(new[,]
        { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } });

    private static readonly Matrix<double> Usual = Matrix<double>.Build.DenseIdentity(3);

    /// <summary>From linear RGB, relative to the white of D65.</summary>
    private static readonly Matrix<double> ToXyz = Matrix<double>.Build.DenseOfDiagonalArray([1 / 0.9505, 1, 1 / 1.089])
        * Matrix<double>.Build.DenseOfArray(new[,] { { 0.4124, 0.3576, 0.1805 }, { 0.2126, 0.7152, 0.0722 }, { 0.0193, 0.1192, 0.9505 } });

    private static IEnumerable<string> Dark => Palette.Colorway.Select(color => Palette.OnDark[color]);

    [Theory]
    [InlineData("#FFFFFF", 3, false)]
    [InlineData("#1E1E1E", 4.5, true)]
    [InlineData("#252526", 4.5, true)]
    [InlineData("#000000", 4.5, true)]
    public void Colors_OnTheirPage_StandOut(string page, double least, bool dark) =>
        Assert.All(dark ? Palette.OnDark.Values : Palette.OnDark.Keys, color => Assert.InRange(Contrast(color, page), least, 21));

    [Fact]
    public void Colorway_SeenByAnyone_HasNoTwoColorsAlike()
    {
        foreach (var vision in new[] { Deuteranopia, Protanopia, Usual })
        {
            AreApart(Palette.Colorway, vision, 15);
            AreApart(Dark, vision, 15);
        }
    }

    [Fact]
    public void FirstFiveAndSigns_SeenByADeuteranope_AreFarApart()
    {
        AreApart(Palette.Colorway.Take(5), Deuteranopia, 25);
        AreApart(Dark.Take(5), Deuteranopia, 25);
        AreApart([Palette.Blue, Palette.Orange], Deuteranopia, 60);
    }

    [Fact]
    public void Series_NamesOfActivations_HaveTheSameColorsInAnyOrder()
    {
        var (one, two) = (Palette.Series(["sigmoid", "tanh", "other"]), Palette.Series(["another", "tanh", "sigmoid"]));
        Assert.Equal((one[0], one[1]), (two[2], two[1]));
        Assert.Equal(3, one.Distinct().Count());
    }

    [Fact]
    public void Series_NamesThatOnlyBeginLikeAnActivation_HaveColorsOfTheirOwn()
    {
        var colors = Palette.Series(["sigmoid", "tanh(z/2)", "tanh", "1 + tanh(z)", "leaky ReLU 0.1"]);
        Assert.Equal([.. Palette.Series(["tanh"]), .. Palette.Series(["leaky ReLU"])], [colors[2], colors[4]]);
        Assert.Equal(5, colors.Distinct().Count());
    }

    [Fact]
    public void Groups_NamesOfNoActivation_HaveNoActivationsColor()
    {
        var known = Palette.Series(["sigmoid", "tanh", "ReLU", "leaky ReLU", "linear"]);
        Assert.Empty(Palette.Groups(["σ − ½", "tanh(z/2)"]).Intersect(known));
        Assert.Equal(3, Palette.Groups(["σ − ½", "sigmoid", "tanh(z/2)"]).Distinct().Count());
    }

    private static void AreApart(IEnumerable<string> colors, Matrix<double> vision, double least)
    {
        var labs = colors.Select(color => Lab((vision * Linear(color)).PointwiseMaximum(0).PointwiseMinimum(1))).ToArray();
        Assert.All(labs.SelectMany((one, i) => labs.Take(i).Select(other => (one - other).L2Norm())), apart => Assert.True(apart >= least));
    }

    private static double Contrast(string one, string other)
    {
        double[] luminance = [ToXyz.Row(1) * Linear(one) + 0.05, ToXyz.Row(1) * Linear(other) + 0.05];
        return luminance.Max() / luminance.Min();
    }

    private static Vector<double> Linear(string color) => Vector<double>.Build.Dense([.. Convert.FromHexString(color[1..])
        .Select(c => c / 255.0).Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4))]);

    private static Vector<double> Lab(Vector<double> rgb)
    {
        var f = (ToXyz * rgb).Map(t => t > 0.008856 ? Math.Cbrt(t) : 7.787 * t + 16 / 116.0);
        return Vector<double>.Build.Dense([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]);
    }
}

namespace ShallowNet.Notebooks.Tests;

/// <summary>What a figure cannot draw it refuses by name, or says below that it left it out.</summary>
public sealed class UnusualInputTests
{
    private const double NaN = double.NaN;

    private static readonly double[] Two = [1, 2];

    public static TheoryData<string, Action, string> Refused => new()
    {
        { "curve of NaN", () => Figures.Curves("t", "x", "y", new Series("mine", Two, [NaN, NaN])), "“mine”" },
        { "no positive value", () => Figures.Curves("t", "x", "weights", LogAxes.Y, new Series("a", Two, [-1, 0])),
            "\"weights\" is logarithmic" },
        { "empty histogram", () => Figures.Histograms("t", "z", ("none", [])), "“none”" },
        { "inverted range", () => Figures.Histograms("t", "z", 1, 0, ("a", Two)), "from 1 to 0" },
        { "empty dots", () => Figures.Dots("t", "x", "y", ("none", [])), "“none”" },
        { "bar of NaN", () => Figures.Bars("t", "x", "y", ("lost", NaN, 0, 1)), "“lost”" },
        { "inverted error bar", () => Figures.Bars("t", "x", "y", ("odd", 2, 3, 1)), "\"odd\"" },
        { "inverted band", () => Figures.Bands("t", "x", "y", LogAxes.None, new Band("b", Two, Two, [1, 3], [1, 1])),
            "3 above its upper edge 1 at 2" },
        { "band without runs", () => Band.OfRuns("b", Two, [[1], []]), "at least one run for each" },
        { "images without pixels", () => Figures.Images("t", Matrix<double>.Build.Dense(1, 1), 0, 0), "0 × 0" },
        { "surface of one row", () => Figures.CostSurface("t", Two, [1], new double[1, 2], "w", "b"), "at least two of each" },
        { "surface of NaN", () => Figures.CostContour("t", Two, Two, new[,] { { NaN, NaN }, { NaN, NaN } }, "w", "b"), "no finite number" },
        { "path of 3 X and 2 Y", () => Figures.CostContour("t", Two, Two, new double[2, 2], "w", "b",
            new SurfacePath("p", [1, 2, 3], Two, Two)), "3 values in X, 2 in Y" },
        { "infinite range", () => Figures.Function("t", "y", 0, double.PositiveInfinity, ("f", z => z)), "both ends and" },
        { "range longer than any number", () => Figures.Function("t", "y", -1e308, 1e308, ("f", z => z)), "their distance must be finite" },
        { "race without contestants", () => Figures.Race("t", "rate", "epochs", Two, []), "at least one" },
        { "race with a row too few", () => Figures.Race("t", "rate", "epochs", Two, [("a", [[1.0]])]), "2 abscissas and runs for 1" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Figure_NothingToDraw_IsRefusedByName(string input, Action draw, string said) =>
        Assert.True(Assert.ThrowsAny<ArgumentException>(draw).Message.Contains(said, StringComparison.Ordinal), input);

    public static TheoryData<string, Action, string> Nulls => new()
    {
        { "series", () => Figures.Curves("t", "x", "y", (Series)null!), "series" },
        { "band", () => Figures.CostBands("t", (Band)null!), "bands" },
        { "history", () => Figures.Costs("t", ("a", null!)), "runs" },
        { "curve", () => Figures.Roc("t", ("a", null!)), "curves" },
        { "network", () => Figures.Boundaries("t", [("a", null!)], Gallery.Moons), "nets" },
        { "function", () => Figures.Function("t", "y", 0, 1, ("a", null!)), "functions" },
        { "group", () => Figures.Histograms("t", "x", ("a", null!)), "groups" },
        { "dots", () => Figures.Dots("t", "x", "y", ("a", null!)), "groups" },
        { "path", () => Figures.CostContour("t", Two, Two, new double[2, 2], "w", "b", (SurfacePath)null!), "paths" },
    };

    [Theory]
    [MemberData(nameof(Nulls))]
    public void Figure_Null_NamesItsOwnArgument(string input, Action draw, string argument) =>
        Assert.True(Assert.Throws<ArgumentNullException>(draw).ParamName == argument, input);

    [Fact]
    public void Curves_OneOfTwoWithoutAFiniteValue_SaysWhichIsNotDrawn() =>
        Assert.Contains("Not drawn: “lost”", Figures.Curves("t", "x", "y", new Series("a", Two, Two), new Series("lost", Two, [NaN, NaN]))
            .ToString(),
            StringComparison.Ordinal);

    [Fact]
    public void Boundary_NetworkOfNaN_IsRefusedWithTheCure()
    {
        var net = new Network(2, 2, hidden: Activation.Custom("lost", _ => NaN, _ => NaN));

        var error = Assert.Throws<ArgumentException>(() => Figures.Boundary("t", net, Gallery.Moons));

        Assert.Contains("answers NaN", error.Message, StringComparison.Ordinal);
        Assert.Contains("smaller learning rate", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Costs_TrainingThatDidNotLearn_ShowsItsAdviceUnderTheFigure()
    {
        var history = new Trainer { LearningRate = 1e-9, Epochs = 5 }
            .Train(new Network(2, 2), Gallery.Moons, cancellation: TestContext.Current.CancellationToken);
        Assert.NotNull(history.Advice);

        foreach (var figure in (Figure[])[history.ToFigure(), Figures.CostBands("t", Band.Of("one", [history]))])
        {
            Assert.Contains(System.Net.WebUtility.HtmlEncode(history.Advice), figure.ToHtml(), StringComparison.Ordinal);
            Assert.Contains(history.Advice, figure.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Race_RunsThatNeverArrive_StandAboveAllNumbersAndAreNamed()
    {
        double[][] some = [[10, 20, double.PositiveInfinity], [double.PositiveInfinity, NaN, 30]];
        var figure = Figures.Race("t", "learning rate", "epochs", Two, [("a", some)]);

        var line = Charts.Traces(figure.Chart)[2];
        var y = (double[])Charts.Value(line, "y")!;

        Assert.Equal(20, y[0]);
        Assert.True(y[1] > 30, $"a median that never arrives is drawn at {y[1]}");
        Assert.Contains("\"never\"", figure.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("a at best 20, at learning rate 1", figure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Dots_InfiniteValue_IsDrawnAsNever()
    {
        var figure = Figures.Dots("t", "x", "epochs", ("a", [10, double.PositiveInfinity, double.PositiveInfinity]));

        Assert.Contains("\"text\":\"never\"", figure.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("a never (3 values)", figure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void CurvesThatCoincide_TheUpperOneIsDashed()
    {
        double[] y = [.. Enumerable.Range(0, 50).Select(i => i * 0.1)];
        double[] half = [.. y.Select((value, i) => i < 25 ? value : 9)];
        double[] other = [.. y.Select(value => 5 - value)];

        Assert.Equal(["solid", "dash", "solid", "dash"], CoincidingCurves.Dashes([y, half, other, [.. other]]));
    }

    [Theory]
    [InlineData(0.003, 30, "0.01 0.1 1 10")]
    [InlineData(0.4, 8, "0.5 1 2 5")]
    [InlineData(1e-12, 1e-2, "10<sup>−12</sup> 10<sup>−10</sup> 10<sup>−8</sup> 10<sup>−6</sup> 10<sup>−4</sup> 10<sup>−2</sup>")]
    public void Logarithmic_AnyRange_LabelsNoTwoTicksOfOneDecadeButOneTwoFive(double low, double high, string expected)
    {
        var axis = Axes.Logarithmic("t", [low, high]);

        Assert.Equal(expected, string.Join(' ', (string[])axis.GetType().GetProperty("ticktext")!.GetValue(axis)!));
    }

    [Fact]
    public void Logarithmic_FewSettings_AreTheTicksThemselves()
    {
        var axis = Axes.Logarithmic("rate", [0.3, 1, 3, 10, 1000], settings: true);

        Assert.Equal("0.3 1 3 10 1000", string.Join(' ', (string[])axis.GetType().GetProperty("ticktext")!.GetValue(axis)!));
    }

    [Fact]
    public void Surface_PathOfAnEarlierFigure_KeepsItsColor()
    {
        SurfacePath[] paths = [new("a", Two, Two, Two), new("b", Two, Two, Two)];
        Figures.CostContour("t", Two, Two, new[,] { { 0.0, 1 }, { 1, 2 } }, "w", "b", paths);

        Figures.CostSurface("t", Two, Two, new[,] { { 0.0, 1 }, { 1, 2 } }, "w", "b", paths[1]);

        Assert.NotEqual(paths[0].Color, paths[1].Color);
    }

    [Fact]
    public void ReLU_SlopeAtItsJump_HasAFilledDotAtItsValueAndAnOpenOneAtTheOther()
    {
        var dots = Charts.Traces(Figures.Activations("t", Activation.ReLU).Chart)[2];
        var symbols = (string[])Charts.Value((DynamicObj.DynamicObj)Charts.Value(dots, "marker")!, "symbol")!;

        Assert.Equal([0, 1], (double[])Charts.Value(dots, "y")!);
        Assert.Equal(["circle", "circle-open"], symbols);
    }
}

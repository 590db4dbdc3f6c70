using Plotly.NET.CSharp;

namespace ShallowNet.Notebooks.Tests;

public sealed class FiguresTests
{
    private static readonly double[] Two = [1, 2];

    private static object? Value(object of, params string[] names) =>
        names.Aggregate((object?)of, (value, name) => Charts.Value((DynamicObj.DynamicObj)value!, name));

    private static T Property<T>(object of, string name) => (T)of.GetType().GetProperty(name)!.GetValue(of)!;

    [Fact]
    public void Boundary_Network_ShadesWhatTheNetworkSays()
    {
        var net = Gallery.Trained(out _);
        var trace = Charts.Traces(Figures.Boundary("t", net, Gallery.Moons).Chart)[0];
        double Number(string name) => (double)Value(trace, name)!;
        var z = (double[][])Value(trace, "z")!;
        Assert.Equal(200, z.Length);
        Assert.All(z, row => Assert.Equal(200, row.Length));
        var place = Vector<double>.Build.Dense([Number("x0") + 150 * Number("dx"), Number("y0") + 20 * Number("dy")]).ToColumnMatrix();
        Assert.Equal(net.Probabilities(place)[0, 0], z[20][150], 12);
    }

    [Fact]
    public void BoundaryOverEpochs_TrainedNetwork_LeavesItAsItWas()
    {
        var net = Gallery.Trained(out var history);
        var before = net.W1.Clone();
        Figures.BoundaryOverEpochs("t", net, history, Gallery.Moons);
        Assert.Equal(before, net.W1);
    }

    [Fact]
    public void Thin_CurveWithASpike_KeepsTheSpikeAndTheEnds()
    {
        var x = Enumerable.Range(0, 100_000).Select(i => (double)i).ToArray();
        var y = x.Select(at => at == 54_321 ? 1000 : Math.Sin(at / 5000)).ToArray();
        var (thinX, thinY) = CurveSampling.Thin(x, y);
        Assert.InRange(thinX.Length, 300, 620);
        Assert.Equal((0, 99_999, 1000), (thinX[0], thinX[^1], thinY.Max()));
    }

    [Fact]
    public void BandOf_ThreeHistories_HasTheirMedianAndTheirExtremes()
    {
        var trainer = new Trainer { Epochs = 20, RecordEvery = 10 };
        var histories = Enumerable.Range(1, 3).Select(seed => trainer.Train(new Network(2, 3, seed: seed), Gallery.Moons)).ToArray();
        var band = Band.Of("b", histories);
        Assert.Equal([0.0, 10.0, 20.0], band.X);
        Assert.Equal(histories.Select(history => history.FinalCost).Order(), [band.Low[^1], band.Median[^1], band.High[^1]]);
    }

    // A wall at y = 0.3 stands between the path at y = 0.5 and whoever looks from the front. A valley between two walls is open to the
    // front, but straight along an axis plotly puts the titles of the axes outside the picture.
    [Theory]
    [InlineData(true, "y", -0.999, 9)]
    [InlineData(false, "x", 0.1, 0.5)]
    public void CameraPlacement_WallOrValley_LooksPastTheWallAndABitFromTheSide(bool wall, string way, double from, double to)
    {
        double[] axis = [.. Enumerable.Range(0, 21).Select(i => i / 20.0)], ahead = [0.4, 0.5, 0.6], still = [0.5, 0.5, 0.5];
        var J = Matrix<double>.Build.Dense(21, 21, (i, j) => (wall ? i == 6 : j is 8 or 12) ? 1 : 0).ToArray();
        var eye = CameraPlacement.Of(axis, axis, J, [new SurfacePath("p", wall ? ahead : still, wall ? still : ahead, [0, 0, 0])]);
        var looks = Property<double>(eye, way);
        Assert.InRange(wall ? looks : Math.Abs(looks), from, to);
    }

    private static readonly double[] Rates = [0.5, 1];
    private static readonly Figure RunsInAnyOrder = Runs.Curve("t", "rate", "cost", LogAxes.None, Rates, [[3, 1, 2], [9, 7, 8]]);
    private static readonly Figure Restyled =
        Gallery.Figures["scatter"].Chart.WithXAxisStyle<double, double, string>(TitleText: "mine").ToFigure();

    public static TheoryData<Figure, string, string> Said => new()
    {
        { Figures.Curves("t", "x", "y", new Series("a", Two, Two), new Series("lost", Two, [double.NaN, double.NaN])),
            "Not drawn: “lost”", "Not drawn: “lost”" },
        { Figures.Curves("<b></b>", "x", "y", new Series("a", Two, Two)), "<b></b>", "Curves of" },
        { Figures.Curves("Which?", "x", "y", new Series("a", Two, Two)), "Which?", "[Figure] Which? Curves of" },
        { Figures.Dots("t", "x", "y", ("a", [10, 1 / 0.0, 1 / 0.0])), "\"text\":\"never\"", "a never (3 values)" },
        { Runs.Dots("t", "rate", "cost", Rates, [[1, 2, 3], [7, 8, 9]]), "<figcaption>t", "0.5 2 (3 values), 1 8 (3 values)" },
        { RunsInAnyOrder, "[1,7]", "3 runs" },
        { RunsInAnyOrder, "[3,9]", "3 runs" },
        { RunsInAnyOrder, "[2,8]", "3 runs" },
        { RunsInAnyOrder, "\"mode\":\"lines+markers\"", "3 runs" },
        { Runs.Costs("t", Rates, [[Short(1), Short(2)], [Short(3), Short(4)]]), "of 2 runs", "0.5, 1" },
        { Gallery.Figures["own chart"], "", "[Figure] A chart of one's own: 1 scatter trace, 1 bar trace (line, bars)" },
        { Gallery.Chart("<b>Bold</b> & <script>alert(1)</script> J < 0.3").ToFigure(),
            "<figcaption><b>Bold</b> &amp; &lt;script&gt;alert(1)&lt;/script&gt; J &lt; 0.3</figcaption>", "Bold & alert(1) J < 0.3" },
        { Restyled, "\"text\":\"mine\"", "Moons" },
        { Restyled, "<figcaption>Moons</figcaption>", "Moons" },
    };

    [Theory, MemberData(nameof(Said))]
    public void Figure_OfSpecialInput_SaysSoOnAPageAndInATerminal(Figure figure, string html, string text)
    {
        Expect.In(figure.ToHtml(), html);
        Expect.In(figure.ToString(), text);
    }

    private static TrainingHistory Short(int seed) => new Trainer { Epochs = 3 }.Train(new Network(2, 2, seed: seed), Gallery.Moons);

    [Fact]
    public void Costs_TrainingThatDidNotLearn_ShowsItsAdviceUnderTheFigure()
    {
        var history = new Trainer { LearningRate = 1e-9, Epochs = 5 }
            .Train(new Network(2, 2), Gallery.Moons, cancellation: TestContext.Current.CancellationToken);
        Assert.NotNull(history.Advice);
        foreach (var figure in (Figure[])[history.ToFigure(), Figures.CostBands("t", Band.Of("one", [history]))])
        {
            Expect.In(figure.ToHtml(), System.Net.WebUtility.HtmlEncode(history.Advice));
            Expect.In(figure.ToString(), history.Advice);
        }
    }

    [Fact]
    public void Race_RunsThatNeverArrive_StandAboveAllNumbersAndAreNamed()
    {
        double[][] some = [[10, 20, double.PositiveInfinity], [double.PositiveInfinity, double.NaN, 30]];
        var figure = Figures.Race("t", "learning rate", "epochs", Two, [("a", some)]);
        var y = (double[])Value(Charts.Traces(figure.Chart)[2], "y")!;
        Assert.Equal(20, y[0]);
        Assert.True(y[1] > 30, $"a median that never arrives is drawn at {y[1]}");
        Expect.In(figure.ToHtml(), "\"never\"");
        Expect.In(figure.ToString(), "a at best 20, at learning rate 1");
    }

    [Fact]
    public void CurvesThatCoincide_TheUpperOneIsDashed()
    {
        double[] y = [.. Enumerable.Range(0, 50).Select(i => i * 0.1)], half = [.. y[..25], .. Enumerable.Repeat(9.0, 25)];
        double[] other = [.. y.Select(value => 5 - value)];
        Assert.Equal(["solid", "dash", "solid", "dash"], CoincidingCurves.Dashes([y, half, other, [.. other]]));
    }

    [Theory]
    [InlineData(new[] { 0.003, 30 }, false, "0.01 0.1 1 10")]
    [InlineData(new[] { 0.4, 8 }, false, "0.5 1 2 5")]
    [InlineData(new[] { 0.004, 1.8 }, false, "0.005 0.01 0.02 0.05 0.1 0.2 0.5 1 2")]
    [InlineData(new[] { 0.24, 0.98 }, false, "0.3 0.4 0.5 0.7 1")]
    [InlineData(new[] { 125.0, 300 }, false, "150 200 300")]
    [InlineData(new[] { 5.3, 9.7 }, false, "6 8 10")]
    [InlineData(new[] { 0.62 }, false, "0.6 0.62 0.64")]
    [InlineData(new[] { 1e-12, 1e-2 }, false,
        "10<sup>−12</sup> 10<sup>−10</sup> 10<sup>−8</sup> 10<sup>−6</sup> 10<sup>−4</sup> 10<sup>−2</sup>")]
    [InlineData(new[] { 0.3, 1, 3, 10, 1000 }, true, "0.3 1 3 10 1000")]
    public void Logarithmic_AnyRange_LabelsSettingsOrDecadesOrAtLeastThree(double[] values, bool settings, string expected) =>
        Assert.Equal(expected, string.Join(' ', Property<string[]>(Axes.Logarithmic("t", values, settings), "ticktext")));

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
        Assert.Equal([0, 1], (double[])Value(dots, "y")!);
        Assert.Equal(["circle", "circle-open"], (string[])Value(dots, "marker", "symbol")!);
    }
}

namespace ShallowNet.Notebooks.Tests;

public sealed class FiguresTests
{
    private static readonly int[] Seeds = [1, 2, 3];

    [Fact]
    public void Boundary_Network_ShadesWhatTheNetworkSays()
    {
        var net = Gallery.Trained(out _);
        var trace = Charts.Traces(Figures.Boundary("t", net, Gallery.Moons).Chart)[0];

        var z = (double[][])Charts.Value(trace, "z")!;
        var (x0, dx) = ((double)Charts.Value(trace, "x0")!, (double)Charts.Value(trace, "dx")!);
        var (y0, dy) = ((double)Charts.Value(trace, "y0")!, (double)Charts.Value(trace, "dy")!);

        Assert.Equal(200, z.Length);
        Assert.All(z, row => Assert.Equal(200, row.Length));
        var place = Matrix<double>.Build.DenseOfArray(new[,] { { x0 + 150 * dx }, { y0 + 20 * dy } });
        Assert.Equal(net.Probabilities(place)[0, 0], z[20][150], 12);
    }

    [Fact]
    public void Boundary_DataOfThirtyInputs_SaysThatItNeedsTwo()
    {
        var data = new Dataset("wide", Matrix<double>.Build.Dense(30, 4), Matrix<double>.Build.Dense(1, 4));

        var error = Assert.Throws<ArgumentException>(() => Figures.Boundary("t", new Network(30, 2), data));

        Assert.Contains("30 inputs", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BoundaryOverEpochs_HistoryWithoutSnapshots_SaysHowToGetThem()
    {
        var net = new Network(2, 2);
        var history = new Trainer { Epochs = 3 }.Train(net, Gallery.Moons, cancellation: TestContext.Current.CancellationToken);

        var error = Assert.Throws<ArgumentException>(() => Figures.BoundaryOverEpochs("t", net, history, Gallery.Moons));

        Assert.Contains("SnapshotEvery", error.Message, StringComparison.Ordinal);
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
    public void Curves_MoreAbscissasThanOrdinates_NamesTheSeries()
    {
        var error = Assert.Throws<ArgumentException>(() => Figures.Curves("t", "x", "y", new Series("mine", [1, 2, 3], [1, 2])));

        Assert.Contains("\"mine\" has 3 abscissas but 2 ordinates", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Curves_NoSeries_AsksForOne() =>
        Assert.Contains("at least one", Assert.Throws<ArgumentException>(() => Figures.Curves("t", "x", "y")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void CostContour_GridOfAnotherShape_SaysWhichShapeItWants() =>
        Assert.Contains("J is 2 × 3 but there are 3 values of y and 2 of x",
            Assert.Throws<ArgumentException>(() => Figures.CostContour("t", [0, 1], [0, 1, 2], new double[2, 3], "w", "b")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void WeightImages_WrongSize_SaysHowManyPixels() =>
        Assert.Contains("64 values but 8 × 7 = 56 pixels",
            Assert.Throws<ArgumentException>(() => Figures.WeightImages("t", Matrix<double>.Build.Dense(2, 64), 8, 7)).Message,
            StringComparison.Ordinal);

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
        var histories = Seeds.Select(seed => new Trainer { Epochs = 20, RecordEvery = 10 }.Train(new Network(2, 3, seed: seed),
            Gallery.Moons)).ToArray();

        var band = Band.Of("b", histories);

        double[] last = [.. histories.Select(history => history.FinalCost).Order()];
        Assert.Equal([0.0, 10.0, 20.0], band.X);
        Assert.Equal((last[0], last[1], last[2]), (band.Low[^1], band.Median[^1], band.High[^1]));
    }

    [Fact]
    public void Series_NamesOfActivations_HaveTheSameColorsInAnyOrder()
    {
        var one = Palette.Series(["sigmoid", "tanh", "other"]);
        var two = Palette.Series(["another", "tanh", "sigmoid"]);

        Assert.Equal((one[0], one[1]), (two[2], two[1]));
        Assert.Equal(3, one.Distinct().Count());
    }

    [Fact]
    public void Series_NamesThatOnlyBeginLikeAnActivation_HaveColorsOfTheirOwn()
    {
        var colors = Palette.Series(["sigmoid", "tanh(z/2)", "tanh", "1 + tanh(z)", "leaky ReLU 0.1"]);

        Assert.Equal(Palette.Series(["tanh"])[0], colors[2]);
        Assert.Equal(Palette.Series(["leaky ReLU"])[0], colors[4]);
        Assert.Equal(5, colors.Distinct().Count());
    }

    [Fact]
    public void Groups_NamesOfNoActivation_HaveNoActivationsColor()
    {
        var known = Palette.Series(["sigmoid", "tanh", "ReLU", "leaky ReLU", "linear"]);

        Assert.Empty(Palette.Groups(["σ − ½", "tanh(z/2)"]).Intersect(known));
        Assert.Equal(3, Palette.Groups(["σ − ½", "sigmoid", "tanh(z/2)"]).Distinct().Count());
    }

    [Fact]
    public void Viewpoint_WallInFrontOfThePath_LooksPastIt()
    {
        double[] axis = [.. Enumerable.Range(0, 21).Select(i => i / 20.0)];
        var J = new double[21, 21];
        for (var i = 0; i < 21; i++)
        {
            // A wall at y = 0.3, between the path at y = 0.5 and whoever looks from the front.
            for (var j = 0; j < 21; j++)
                J[i, j] = i == 6 ? 1 : 0;
        }
        var eye = CameraPlacement.Of(axis, axis, J, [new SurfacePath("p", [0.4, 0.5, 0.6], [0.5, 0.5, 0.5], [0, 0, 0])]);

        Assert.True((double)eye.GetType().GetProperty("y")!.GetValue(eye)! > -1, $"looks from {eye}");
    }

    [Fact]
    public void CameraPlacement_ValleyOpenToTheFront_LooksInABitFromTheSide()
    {
        // Straight along an axis plotly puts the titles of the axes outside the picture.
        double[] axis = [.. Enumerable.Range(0, 21).Select(i => i / 20.0)];
        var J = new double[21, 21];
        for (var i = 0; i < 21; i++)
            (J[i, 8], J[i, 12]) = (1, 1);
        var eye = CameraPlacement.Of(axis, axis, J, [new SurfacePath("p", [0.5, 0.5, 0.5], [0.4, 0.5, 0.6], [0, 0, 0])]);

        var x = (double)eye.GetType().GetProperty("x")!.GetValue(eye)!;
        Assert.InRange(Math.Abs(x), 0.1, 0.5);
    }
}

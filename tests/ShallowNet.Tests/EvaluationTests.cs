namespace ShallowNet.Tests;

public sealed class EvaluationTests
{
    [Fact]
    public void ConfusionMatrix_KnownPairs_CountsThem()
    {
        var confusion = new ConfusionMatrix([0, 0, 0, 1, 1, 2], [0, 0, 1, 1, 1, 2], ["a", "b", "c"]);
        Assert.Equal((2, 1, 0, 2, 1), (confusion[0, 0], confusion[0, 1], confusion[1, 0], confusion[1, 1], confusion[2, 2]));
        Assert.Equal(5.0 / 6, confusion.Accuracy, 1e-15);
        Assert.Equal((2.0 / 3, 1.0, 1.0), (confusion.Recall(0), confusion.Recall(1), confusion.Recall(2)));
        Assert.Equal((1.0, 2.0 / 3, 1.0), (confusion.Precision(0), confusion.Precision(1), confusion.Precision(2)));
        Assert.Equal("6 examples, accuracy 0.833", confusion.ToString());
    }

    [Fact]
    public void ConfusionMatrix_OfNetwork_AgreesWithItsAccuracy()
    {
        foreach (var data in new[] { Datasets.Digits(), Datasets.Moons() })
        {
            var net = new Network(data.Nx, 8, data.Ny, initializer: Initializer.Xavier);
            Assert.Equal(net.Accuracy(data.X, data.Y), ConfusionMatrix.Of(net, data).Accuracy, 1e-15);
        }
    }

    [Theory]
    [InlineData(new int[0], new int[0], "predicted has 0 entries, actual has 0: expected the same number, at least 1.")]
    [InlineData(new[] { 0, 1 }, new[] { 1 }, "predicted has 1 entries, actual has 2")]
    [InlineData(new[] { 0, 2 }, new[] { 1, 1 }, "actual[1] is 2, expected a class index from 0 to 1.")]
    [InlineData(new[] { 0, 1 }, new[] { -1, 1 }, "predicted[0] is -1, expected a class index from 0 to 1.")]
    public void ConfusionMatrix_WrongPairs_AreNamed(int[] actual, int[] predicted, string message) =>
        Expect.Start(Assert.Throws<ArgumentException>(() => new ConfusionMatrix(actual, predicted, ["a", "b"])).Message, message);

    [Fact]
    public void ConfusionMatrix_OutputsOfOneHalf_AreNotTakenForClass1() => Assert.Equal((20, 20), (
        ConfusionMatrix.Of(new Network(2, 3, initializer: Initializer.Zeros), Datasets.Moons(40)) is var m ? m[0, 0] : 0, m[1, 0]));

    [Fact]
    public void RocCurve_OtherNumberOfLabels_IsRefused() => Expect.Start(
        Assert.Throws<ArgumentException>(() => RocCurve.Of([0.1, 0.2, 0.3], [0, 1])).Message, "scores has 3 entries, labels has 2");

    [Fact]
    public void RocCurve_KnownScores_HasItsCornersAndArea()
    {
        var roc = RocCurve.Of([0.9, 0.8, 0.7, 0.6], [1, 0, 1, 0]);
        Assert.Equal([0, 0, 0.5, 0.5, 1], roc.FalsePositiveRate);
        Assert.Equal([0, 0.5, 0.5, 1, 1], roc.TruePositiveRate);
        Assert.Equal([double.PositiveInfinity, 0.9, 0.8, 0.7, 0.6], roc.Thresholds);
        Assert.Equal(0.75, roc.Auc, 1e-15);
    }

    [Fact]
    public void RocCurve_AnyScores_AreaIsTheShareOfPairsInOrder() => Gen.Select(Gen.Int[0, 5], Gen.Int[0, 1]).Array[2, 20]
        .Where(pairs => pairs.Select(p => p.Item2).Distinct().Count() == 2)
        .Sample(
            pairs =>
            {
                var (ones, zeros) = (pairs.Where(p => p.Item2 == 1).ToArray(), pairs.Where(p => p.Item2 == 0).ToArray());
                var inOrder = ones.Average(one => zeros.Average(zero => one.Item1 > zero.Item1 ? 1 : one.Item1 == zero.Item1 ? 0.5 : 0));
                var roc = RocCurve.Of([.. pairs.Select(p => (double)p.Item1)], [.. pairs.Select(p => p.Item2)]);
                Assert.Equal(inOrder, roc.Auc, 1e-12);
                Assert.Equal((1.0, 1.0), (roc.FalsePositiveRate[^1], roc.TruePositiveRate[^1]));
            },
            iter: RandomCase.Count);

    [Fact]
    public void GradientCheck_RightGradients_Pass()
    {
        var net = new Network(2, 3, 2, initializer: Initializer.Xavier);
        var data = Datasets.Moons(30);
        var check = GradientCheck.Run(net, data.X, data.Y.Stack(1 - data.Y));
        Assert.Matches(@"^gradient check passed: relative error \d\.\de−\d+ over 17 parameters$", check.ToString());
        double Norm(Func<GradientCheckEntry, double> of) => Math.Sqrt(check.Entries.Sum(entry => of(entry) * of(entry)));
        Assert.Equal(Norm(e => e.Analytic - e.Numerical) / (Norm(e => e.Analytic) + Norm(e => e.Numerical)), check.RelativeError, 1e-20);
        Assert.True(check.Passed);
        Assert.Equal(17, check.Entries.Count);
        Assert.Equal(["W1[0,0]", "W1[0,1]", "W1[1,0]"], check.Entries.Take(3).Select(e => e.Parameter));
        Assert.Equal("b2[1]", check.Entries[^1].Parameter);
        Assert.Equal(new Network(2, 3, 2, initializer: Initializer.Xavier).W1, net.W1);
    }

    [Fact]
    public void GradientCheck_OneWrongSign_FailsAndShowsWhere()
    {
        var net = new Network(2, 3, initializer: Initializer.Xavier);
        var data = Datasets.Moons(30);
        var mine = net.Gradients(data.X, data.Y);
        mine.dW1[1, 0] *= -1;
        var check = GradientCheck.Run(net, data.X, data.Y, analytic: mine);
        Assert.False(check.Passed);
        Expect.Start(check.ToString(), "gradient check failed");
        Assert.Equal("W1[1,0]", check.Entries.MaxBy(e => e.RelativeError)!.Parameter);
    }

    [Fact]
    public void GradientCheck_GradientsOfAnotherNetwork_AreRefused()
    {
        var (data, others) = (Datasets.Moons(9), new Network(2, 4).Gradients(Datasets.Moons(9).X, Datasets.Moons(9).Y));
        Expect.Start(Assert.Throws<ArgumentException>(() => GradientCheck.Run(new Network(2, 3), data.X, data.Y, analytic: others)).Message,
            "dW1 is 4 × 2, expected 3 × 2");
    }

    [Theory]
    [InlineData(0), InlineData(1e-9)]
    public void GradientCheck_GradientsThatAreNearlyZero_PassIfRightAndFailIfWrong(double scale)
    {
        var net = new Network(2, 4, initializer: Initializer.Gaussian(scale));
        var data = Datasets.Flower();
        var check = GradientCheck.Run(net, data.X, data.Y);
        Assert.True(check.Passed, check.ToString());
        var mine = net.Gradients(data.X, data.Y);
        mine.dW2[0, 0] += 1e-8;
        Assert.False(GradientCheck.Run(net, data.X, data.Y, analytic: mine).Passed);
    }

    [Fact]
    public void GradientCheck_Canceled_Stops() => Assert.Throws<OperationCanceledException>(() =>
        GradientCheck.Run(new Network(2, 4), Datasets.Moons(10).X, Datasets.Moons(10).Y,
            cancellation: new CancellationToken(canceled: true)));

    [Fact]
    public void ConfusionMatrix_OtherTargetsThanOutputs_Refuses() => Expect.In(Assert.Throws<ArgumentException>(
        () => ConfusionMatrix.Of(new Network(64, 4), Datasets.Digits())).Message, "make the network with ny: 10");

    [Fact]
    public void ConfusionMatrix_NetworkWithNaN_Refuses()
    {
        var net = new Network(2, 4);
        net.W1[0, 0] = double.NaN;
        Expect.In(Assert.Throws<ArgumentException>(() => ConfusionMatrix.Of(net, Datasets.Moons(10))).Message, "W1[0,0] is NaN");
    }

    [Fact]
    public void NumericalDerivative_Cube_CentralBeatsForward()
    {
        static double Cube(double z) => z * z * z;
        Assert.Equal(12, NumericalDerivative.Central(Cube, 2, 1e-3), 1.1e-6);
        Assert.Equal(12, NumericalDerivative.Forward(Cube, 2, 1e-3), 6.1e-3);
        Assert.InRange(NumericalDerivative.Forward(Cube, 2, 1e-3) - 12, 5.9e-3, 6.1e-3);
        Assert.Throws<ArgumentOutOfRangeException>(() => NumericalDerivative.Forward(Cube, 2, 0));
    }
}

using static ShallowNet.Notebooks.Check05;
using static ShallowNet.Notebooks.Tests.Exercises.Says;

namespace ShallowNet.Notebooks.Tests.Exercises;

public sealed class Check05Tests
{
    [Fact]
    public void RightAnswers_AreDone() => Done(
        TanhFromSigmoid(z => 2 * Sigmoid(2 * z) - 1),
        TanhFromSigmoid(z => Sigmoid(2 * z) - Sigmoid(-2 * z)),
        TanhFromSigmoid(z => 1 - 2 * Sigmoid(-2 * z)),
        Leaky((z, slope) => z > 0 ? z : slope * z),
        SilentUnits(Z1 => Enumerable.Range(0, Z1.RowCount).Count(i => Z1.Row(i).All(z => z <= 0))),
        Collapse(net => (net.W2 * net.W1, net.W2 * net.b1 + net.b2)),
        Softplus(() => Activation.Custom("softplus", SoftplusOf, Sigmoid)),
        Circles(data => OnCircles(data, 8, Activation.ReLU)));

    [Fact]
    public void WrongAnswers_GetTheirReason() => Hint(
        (TanhFromSigmoid(z => 2 * Sigmoid(z) - 1), "not the input"),
        (TanhFromSigmoid(z => Sigmoid(2 * z) - 1), "Stretch it by 2"),
        (TanhFromSigmoid(z => Sigmoid(z) - 0.5), "Shifting alone"),
        (TanhFromSigmoid(z => z), "2 σ(2z) − 1"),
        (TanhFromSigmoid(z => (Math.Exp(z) - Math.Exp(-z)) / (Math.Exp(z) + Math.Exp(-z))), "textbook formula"),
        (TanhFromSigmoid(Math.Tanh), "nothing but Sigmoid"),
        (TanhFromSigmoid(Activation.Tanh.Value), "nothing but Sigmoid"),
        (Leaky((z, _) => Math.Max(0, z)), "plain ReLU"),
        (Leaky((z, _) => Math.Max(0.01 * z, z)), "argument slope"),
        (Leaky((z, slope) => z > 0 ? 1 : slope), "That is the slope"),
        (Leaky((z, slope) => Math.Min(slope * z, z)), "mirror image"),
        (SilentUnits(Z1 => Z1.EnumerateColumns().Count(column => column.Maximum() <= 0)), "counted columns"),
        (SilentUnits(Z1 => Z1.EnumerateRows().Count(row => row.Maximum() < 0)), "compare with <= 0"),
        (SilentUnits(Z1 => Z1.EnumerateRows().Count(row => row.Minimum() <= 0)), "One negative entry is no harm"),
        (SilentUnits(Z1 => Z1.RowCount), "A row of Z1 is a unit"),
        (Collapse(net => (net.W2 * net.W1, net.b2)), "first layer's bias is missing"),
        (Collapse(net => (net.W2 * net.W1, net.W2 * net.b1)), "output's own bias is missing"),
        (Collapse(net => (net.W2 * net.W1, net.b2 + net.b1.Sum())), "pass through W2"),
        (Collapse(net => (net.W2 * net.W1 * 2, net.W2 * net.b1 + net.b2)), "W' = W2 W1"),
        (Softplus(() => Activation.Custom("overflows", z => Math.Log(1 + Math.Exp(z)), Sigmoid)), "overflows"),
        (Softplus(() => Activation.Custom("slope of sigmoid", SoftplusOf, Activation.Sigmoid.Derivative)), "slope of the sigmoid"),
        (Softplus(() => Activation.Custom("slope of ReLU", SoftplusOf, Activation.ReLU.Derivative)), "slope is that of ReLU"),
        (Softplus(() => Activation.Custom("slope mirrored", SoftplusOf, z => 1 / (1 + Math.Exp(z)))), "mirrored"),
        (Softplus(() => Activation.ReLU), "That is ReLU"),
        (Circles(data => OnCircles(data, 8, Activation.Identity)), "straight line"),
        (Circles(data => OnCircles(data, 2, Activation.ReLU)), "not enough"),
        (Circles(data => OnCircles(data, 8, Activation.Tanh, Initializer.Gaussian(), 1000)), "Gaussian × 0.01"));

    [Fact]
    public void Nothing_IsRefused() => Message(
        (Softplus(() => null!), "null came back"),
        (Circles(_ => null!), "differs"));

    [Theory]
    [InlineData(2, 0, 0), InlineData(3, 65, 85), InlineData(4, 90, 99)]
    public void Circles_FewUnits_AsManyStartsOfAHundredReachItAsTheSolutionSays(int hiddenUnits, int fewest, int most)
    {
        var (data, fresh) = (Datasets.Circles(), Datasets.Circles(1000, seed: 101));
        var right = Sweep.Run(
            [.. Enumerable.Range(101, 100)], seed => OnCircles(data, hiddenUnits, Activation.ReLU, seed: seed).Accuracy(fresh.X, fresh.Y),
            cancellation: TestContext.Current.CancellationToken);
        Assert.InRange(right.Count(share => share >= 0.95), fewest, most);
    }

    private static Network OnCircles(
        Dataset data, int hiddenUnits, Activation hidden, Initializer? initializer = null, int epochs = 600, int seed = 1) =>
        Trained(new(2, hiddenUnits, hidden: hidden, initializer: initializer ?? Initializer.He, seed: seed), data, 1, epochs);
}

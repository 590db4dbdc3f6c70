namespace ShallowNet.Notebooks.Tests.Exercises;

public sealed class Check05Tests
{
    [Fact]
    public void EveryCheck_RightAnswer_IsDone()
    {
        Assert.True(Check05.TanhFromSigmoid(z => 2 * Sigmoid(2 * z) - 1).IsDone);
        Assert.True(Check05.Leaky((z, slope) => z > 0 ? z : slope * z).IsDone);
        Assert.True(Check05.SilentUnits(Z1 => Enumerable.Range(0, Z1.RowCount).Count(i => Z1.Row(i).All(z => z <= 0))).IsDone);
        Assert.True(Check05.Collapse(net => (net.W2 * net.W1, net.W2 * net.b1 + net.b2)).IsDone);
        Assert.True(Check05.Softplus(() => Activation.Custom("softplus", Stable, Sigmoid)).IsDone);
        Assert.True(Check05.Circles(data => Trained(data, 8, Activation.ReLU, 1, 600)).IsDone);
    }

    [Fact]
    public void TanhFromSigmoid_WrongAnswers_GetTheirReason()
    {
        Refused(Check05.TanhFromSigmoid(z => 2 * Sigmoid(z) - 1), "not the input");
        Refused(Check05.TanhFromSigmoid(z => Sigmoid(2 * z) - 1), "Stretch it by 2");
        Refused(Check05.TanhFromSigmoid(z => Sigmoid(z) - 0.5), "Shifting alone");
        Refused(Check05.TanhFromSigmoid(z => z), "2 σ(2z) − 1");
        Refused(Check05.TanhFromSigmoid(z => (Math.Exp(z) - Math.Exp(-z)) / (Math.Exp(z) + Math.Exp(-z))), "textbook formula");
    }

    [Fact]
    public void TanhFromSigmoid_ReadyMadeTanh_IsRefused()
    {
        Refused(Check05.TanhFromSigmoid(Math.Tanh), "nothing but Sigmoid");
        Refused(Check05.TanhFromSigmoid(Activation.Tanh.Value), "nothing but Sigmoid");
    }

    [Fact]
    public void TanhFromSigmoid_OtherWaysFromTheSigmoid_AreDone()
    {
        Assert.True(Check05.TanhFromSigmoid(z => Sigmoid(2 * z) - Sigmoid(-2 * z)).IsDone);
        Assert.True(Check05.TanhFromSigmoid(z => 1 - 2 * Sigmoid(-2 * z)).IsDone);
    }

    [Fact]
    public void Leaky_WrongAnswers_GetTheirReason()
    {
        Refused(Check05.Leaky((z, _) => Math.Max(0, z)), "plain ReLU");
        Refused(Check05.Leaky((z, _) => Math.Max(0.01 * z, z)), "argument slope");
        Refused(Check05.Leaky((z, slope) => z > 0 ? 1 : slope), "That is the slope");
        Refused(Check05.Leaky((z, slope) => Math.Min(slope * z, z)), "mirror image");
    }

    [Fact]
    public void SilentUnits_WrongAnswers_GetTheirReason()
    {
        Refused(Check05.SilentUnits(Z1 => Z1.EnumerateColumns().Count(column => column.Maximum() <= 0)), "counted columns");
        Refused(Check05.SilentUnits(Z1 => Z1.EnumerateRows().Count(row => row.Maximum() < 0)), "compare with <= 0");
        Refused(Check05.SilentUnits(Z1 => Z1.EnumerateRows().Count(row => row.Minimum() <= 0)), "One negative entry is no harm");
        Refused(Check05.SilentUnits(Z1 => Z1.RowCount), "A row of Z1 is a unit");
    }

    [Fact]
    public void Collapse_WrongAnswers_GetTheirReason()
    {
        Refused(Check05.Collapse(net => (net.W2 * net.W1, net.b2)), "first layer's bias is missing");
        Refused(Check05.Collapse(net => (net.W2 * net.W1, net.W2 * net.b1)), "output's own bias is missing");
        Refused(Check05.Collapse(net => (net.W2 * net.W1, net.b2 + net.b1.Sum())), "pass through W2");
        Refused(Check05.Collapse(net => (net.W2 * net.W1 * 2, net.W2 * net.b1 + net.b2)), "W' = W2 W1");
    }

    [Fact]
    public void Softplus_WrongAnswers_GetTheirReason()
    {
        Refused(Check05.Softplus(() => Activation.Custom("overflows", z => Math.Log(1 + Math.Exp(z)), Sigmoid)), "overflows");
        Refused(Check05.Softplus(() => Activation.Custom("slope of sigmoid", Stable, Activation.Sigmoid.Derivative)),
            "slope of the sigmoid");
        Refused(Check05.Softplus(() => Activation.Custom("slope of ReLU", Stable, Activation.ReLU.Derivative)), "slope is that of ReLU");
        Refused(Check05.Softplus(() => Activation.Custom("slope mirrored", Stable, z => 1 / (1 + Math.Exp(z)))), "mirrored");
        Refused(Check05.Softplus(() => Activation.ReLU), "That is ReLU");
        Assert.Contains("null came back", Check05.Softplus(() => null!).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Circles_WrongNetworks_GetTheirReason()
    {
        Refused(Check05.Circles(data => Trained(data, 8, Activation.Identity, 1, 600)), "straight line");
        Refused(Check05.Circles(data => Trained(data, 2, Activation.ReLU, 1, 600)), "not enough");
        Refused(Check05.Circles(DefaultStart), "Gaussian × 0.01");
        Assert.Contains("differs", Check05.Circles(_ => null!).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 0, 0)]
    [InlineData(3, 65, 85)]
    [InlineData(4, 90, 99)]
    public void Circles_FewUnits_AsManyStartsOfAHundredReachItAsTheSolutionSays(int hiddenUnits, int fewest, int most)
    {
        var (data, fresh) = (Datasets.Circles(), Datasets.Circles(1000, seed: 101));
        var right = Sweep.Run(
            [.. Enumerable.Range(101, 100)], seed => Trained(data, hiddenUnits, Activation.ReLU, 1, 600, seed).Accuracy(fresh.X, fresh.Y),
            cancellation: TestContext.Current.CancellationToken);

        Assert.InRange(right.Count(share => share >= 0.95), fewest, most);
    }

    private static Network Trained(Dataset data, int hiddenUnits, Activation hidden, double learningRate, int epochs, int seed = 1)
    {
        var net = new Network(2, hiddenUnits, hidden: hidden, initializer: Initializer.He, seed: seed);
        new Trainer { LearningRate = learningRate, Epochs = epochs }.Train(net, data);
        return net;
    }

    private static Network DefaultStart(Dataset data)
    {
        var net = new Network(2, 8);
        new Trainer { LearningRate = 1, Epochs = 1000 }.Train(net, data);
        return net;
    }

    private static void Refused(CheckResult result, string reason)
    {
        Assert.False(result.IsDone);
        Assert.Contains(reason, result.Hint, StringComparison.Ordinal);
    }

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));

    private static double Stable(double z) => Math.Max(z, 0) + Math.Log(1 + Math.Exp(-Math.Abs(z)));
}

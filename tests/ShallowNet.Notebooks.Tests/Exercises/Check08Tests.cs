namespace ShallowNet.Notebooks.Tests.Exercises;

public sealed class Check08Tests
{
    [Fact]
    public void EveryCheck_RightAnswer_IsDone()
    {
        Assert.True(Check08.UnitsLeft(Left).IsDone);
        Assert.True(Check08.SaturatedShare(Z1 => Activation.Tanh.Derivative(Z1).Enumerate().Average(g => g < 0.05 ? 1.0 : 0.0)).IsDone);
        Assert.True(Check08.OutputBiasAfterOneStep((m1, m0, alpha) => -alpha * (0.5 - (double)m1 / (m1 + m0))).IsDone);
        Assert.True(Check08.WeightDeviation((n, x, target) => Math.Sqrt(target * target / n / x / x)).IsDone);
        Assert.True(Check08.ReadyToLearn(Start(Initializer.Xavier)).IsDone);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.03)]
    public void ReadyToLearn_SmallFixedScale_IsTooNarrow(double scale) =>
        Refused(Check08.ReadyToLearn(Start(Initializer.Gaussian(scale))), "Too narrow where there are few inputs");

    [Fact]
    public void ReadyToLearn_OutputWeightsZero_IsDone() => Assert.True(Check08.ReadyToLearn((n, units, seed) =>
        new Network(n, units, initializer: Initializer.Xavier, seed: seed) { W2 = Matrix<double>.Build.Dense(1, units) }).IsDone);

    [Fact]
    public void ReadyToLearn_SeedIgnoredOrNotRepeatable_IsRefused()
    {
        Refused(Check08.ReadyToLearn((n, units, _) => new Network(n, units, initializer: Initializer.Xavier)), "Hand the seed on");
        var calls = 0;
        Refused(Check08.ReadyToLearn((n, units, _) => new Network(n, units, initializer: Initializer.Xavier, seed: calls++)),
            "can be repeated");
    }

    [Fact]
    public void ReadyToLearn_MirrorImages_AreRefused() => Refused(
        Check08.ReadyToLearn((n, units, seed) =>
        {
            var net = new Network(n, units, initializer: Initializer.Xavier, seed: seed);
            net.W1.SetRow(1, -net.W1.Row(0));
            net.W2[0, 1] = -net.W2[0, 0];
            return net;
        }),
        "Equal units stay equal");

    [Fact]
    public void ReadyToLearn_ScaleByTheNumberOfInputs_IsDoneForManySeeds()
    {
        for (var offset = 0; offset < 50; offset++)
        {
            var shift = offset;
            Assert.True(Check08.ReadyToLearn((n, units, seed) =>
                new Network(n, units, initializer: Initializer.Gaussian(1 / Math.Sqrt(n)), seed: seed + shift)).IsDone);
        }
    }

    [Fact]
    public void UnitsLeft_WrongAnswers_GetTheirReason()
    {
        Refused(Check08.UnitsLeft((W1, _) => W1.RowCount), "all units");
        Refused(Check08.UnitsLeft((W1, b1) => W1.Append(b1.ToColumnMatrix()).EnumerateRows().Distinct().Count()), "equal units only");
        Refused(Check08.UnitsLeft((W1, _) => W1.EnumerateRows().Distinct().Count()), "rows of W1 only");
        Refused(Check08.UnitsLeft((W1, _) => Left(W1, Vector<double>.Build.Dense(W1.RowCount))), "left out the biases");
        Refused(Check08.UnitsLeft((W1, b1) => LeftBy(W1.Append(b1.ToColumnMatrix()), (u, v) => u.SequenceEqual(v)
            || (u.SubVector(0, 2).SequenceEqual(-v.SubVector(0, 2)) && u[2] == v[2]))), "bias is negated");
        Refused(Check08.UnitsLeft((W1, b1) => LeftBy(W1.Append(b1.ToColumnMatrix()), (u, v) => u.SequenceEqual(-v))), "mirror images only");
        Refused(Check08.UnitsLeft((W1, b1) => LeftBy(W1.Append(b1.ToColumnMatrix()), (u, v) => (u - v).L2Norm() < 1e-6 || (u + v)
            .L2Norm() < 1e-6)), "without rounding");
        Refused(Check08.UnitsLeft((W1, b1) => 1 + Enumerable.Range(1, W1.RowCount - 1)
            .Count(i => Left(W1.SubMatrix(i - 1, 2, 0, 2), b1.SubVector(i - 1, 2)) == 2)), "before it only");
        Refused(Check08.UnitsLeft((_, _) => 1), "no unit k before it");
    }

    [Fact]
    public void SaturatedShare_WrongAnswers_GetTheirReason()
    {
        Refused(Check08.SaturatedShare(Z1 => Z1.Enumerate().Count(z => Math.Abs(z) > 2.2)), "divided by");
        Refused(Check08.SaturatedShare(Z1 => Share(Z1, z => z > 2.18)), "both sides");
        Refused(Check08.SaturatedShare(Z1 => Share(Z1, z => Activation.Sigmoid.Derivative(z) < 0.05)), "slope of the sigmoid");
        Refused(Check08.SaturatedShare(Z1 => Share(Z1, z => Activation.Tanh.Derivative(z) > 0.05)), "share of the others");
        Refused(Check08.SaturatedShare(Z1 => Share(Z1, z => Math.Tanh(z) > 0.95)), "1 − tanh²(z)");
    }

    [Fact]
    public void OutputBiasAfterOneStep_WrongAnswers_GetTheirReason()
    {
        Refused(Check08.OutputBiasAfterOneStep((m1, m0, alpha) => alpha * (0.5 - (double)m1 / (m1 + m0))), "against the gradient");
        Refused(Check08.OutputBiasAfterOneStep((m1, m0, alpha) => alpha * (m1 - m0) / 2), "divide by m");
        Refused(Check08.OutputBiasAfterOneStep((m1, m0, alpha) => alpha * m1 / (m1 + m0)), "σ(0) = 0.5");
        Refused(Check08.OutputBiasAfterOneStep((_, _, _) => 0), "db2");
        Refused(Check08.OutputBiasAfterOneStep((m1, m0, alpha) => alpha * ((m1 - m0) / (2 * (m1 + m0)))), "cuts to an int");
        Refused(Check08.OutputBiasAfterOneStep((m1, m0, alpha) => alpha * (m1 / (m1 + m0) - 0.5)), "(double)m1");
        Refused(Check08.OutputBiasAfterOneStep((m1, m0, alpha) => -alpha * (m1 / (m1 + m0) - 0.5)), "(double)m1");
    }

    [Fact]
    public void WeightDeviation_WrongAnswers_GetTheirReason()
    {
        Refused(Check08.WeightDeviation((n, x, target) => target / (x * n)), "√n");
        Refused(Check08.WeightDeviation((n, x, target) => target * target / (x * x * n)), "square root");
        Refused(Check08.WeightDeviation((n, _, target) => target / Math.Sqrt(n)), "width of the inputs");
        Refused(Check08.WeightDeviation((n, x, target) => target * x * Math.Sqrt(n)), "divide instead of multiply");
        Refused(Check08.WeightDeviation((n, x, _) => 1 / (x * Math.Sqrt(n))), "target is missing");
    }

    [Fact]
    public void ReadyToLearn_WrongAnswers_GetTheirReason()
    {
        Refused(Check08.ReadyToLearn(Start(Initializer.Zeros)), "Equal units stay equal");
        Refused(Check08.ReadyToLearn(Start(Initializer.Constant(0.1))), "Equal units stay equal");
        Refused(Check08.ReadyToLearn(Start(Initializer.Gaussian(1))), "Fine for 2 inputs");
        Refused(Check08.ReadyToLearn(Start(Initializer.Gaussian(0.2))), "too wide for 1000");
        Refused(Check08.ReadyToLearn(Start(Initializer.Gaussian(0.07))), "no fixed scale suits both");
        Refused(Check08.ReadyToLearn(Start(Initializer.Gaussian(10))), "too wide");
        Refused(Check08.ReadyToLearn((n, units, seed) => new Network(n, units,
            initializer: Initializer.Zeros)
        { W2 = Matrix<double>.Build.Dense(1, units) }), "Equal units stay equal");
        Refused(Check08.ReadyToLearn((n, units, seed) => new Network(units, n, seed: seed)), "inputs, units");
        Refused(Check08.ReadyToLearn((n, units, seed) => new Network(n, units, hidden: Activation.ReLU, seed: seed)), "Activation.Tanh");
    }

    private static Func<int, int, int, Network> Start(Initializer initializer) =>
        (inputs, units, seed) => new Network(inputs, units, initializer: initializer, seed: seed);

    private static int Left(Matrix<double> W1, Vector<double> b1) =>
        LeftBy(W1.Append(b1.ToColumnMatrix()), (u, v) => u.SequenceEqual(v) || u.SequenceEqual(-v));

    private static int LeftBy(Matrix<double> units, Func<Vector<double>, Vector<double>, bool> merges) =>
        Enumerable.Range(0, units.RowCount).Count(i => !Enumerable.Range(0, i).Any(k => merges(units.Row(i), units.Row(k))));

    private static double Share(Matrix<double> Z, Func<double, bool> isOne) => Z.Enumerate().Average(z => isOne(z) ? 1.0 : 0.0);

    private static void Refused(CheckResult result, string reason)
    {
        Assert.False(result.IsDone);
        Assert.Contains(reason, result.Hint, StringComparison.Ordinal);
    }
}

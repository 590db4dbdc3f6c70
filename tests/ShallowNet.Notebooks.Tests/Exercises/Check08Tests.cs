using static ShallowNet.Notebooks.Check08;
using static ShallowNet.Notebooks.Tests.Exercises.Says;

namespace ShallowNet.Notebooks.Tests.Exercises;

public sealed class Check08Tests
{
    [Fact]
    public void RightAnswers_AreDone() => Done(
        UnitsLeft((W1, b1) => Left(W1, b1, Merges)),
        SaturatedShare(Z1 => Activation.Tanh.Derivative(Z1).Enumerate().Average(g => g < 0.05 ? 1.0 : 0.0)),
        OutputBiasAfterOneStep((m1, m0, alpha) => -alpha * (0.5 - (double)m1 / (m1 + m0))),
        WeightDeviation((n, x, target) => Math.Sqrt(target * target / n / x / x)),
        ReadyToLearn(Start(Initializer.Xavier)),
        ReadyToLearn((n, units, seed) => new(n, units, initializer: Initializer.Xavier, seed: seed) { W2 = Zeros(units) }));

    [Fact]
    public void ReadyToLearn_ScaleByTheNumberOfInputs_IsDoneForManySeeds() => Done(
        [.. Enumerable.Range(0, 50).Select(offset => ReadyToLearn((n, units, seed) =>
            new(n, units, initializer: Initializer.Gaussian(1 / Math.Sqrt(n)), seed: seed + offset)))]);

    [Fact]
    public void WrongAnswers_GetTheirReason() => Hint(
        (UnitsLeft((W1, _) => W1.RowCount), "all units"),
        (UnitsLeft((W1, b1) => W1.Append(b1.ToColumnMatrix()).EnumerateRows().Distinct().Count()), "equal units only"),
        (UnitsLeft((W1, _) => W1.EnumerateRows().Distinct().Count()), "rows of W1 only"),
        (UnitsLeft((W1, b1) => Left(W1, 0 * b1, Merges)), "left out the biases"),
        (UnitsLeft((W1, b1) => Left(W1, b1, (u, v) => u.SequenceEqual(v)
            || (u.SubVector(0, 2).SequenceEqual(-v.SubVector(0, 2)) && u[2] == v[2]))), "bias is negated"),
        (UnitsLeft((W1, b1) => Left(W1, b1, (u, v) => u.SequenceEqual(-v))), "mirror images only"),
        (UnitsLeft((W1, b1) => Left(W1, b1, (u, v) => (u - v).L2Norm() < 1e-6 || (u + v).L2Norm() < 1e-6)), "without rounding"),
        (UnitsLeft((W1, b1) => 1 + Enumerable.Range(1, W1.RowCount - 1)
            .Count(i => Left(W1.SubMatrix(i - 1, 2, 0, 2), b1.SubVector(i - 1, 2), Merges) == 2)), "before it only"),
        (UnitsLeft((_, _) => 1), "no unit k before it"),
        (SaturatedShare(Z1 => Z1.Enumerate().Count(z => Math.Abs(z) > 2.2)), "divided by"),
        (SaturatedShare(Z1 => Share(Z1, z => z > 2.18)), "both sides"),
        (SaturatedShare(Z1 => Share(Z1, z => Activation.Sigmoid.Derivative(z) < 0.05)), "slope of the sigmoid"),
        (SaturatedShare(Z1 => Share(Z1, z => Activation.Tanh.Derivative(z) > 0.05)), "share of the others"),
        (SaturatedShare(Z1 => Share(Z1, z => Math.Tanh(z) > 0.95)), "1 − tanh²(z)"),
        (OutputBiasAfterOneStep((m1, m0, alpha) => alpha * (0.5 - (double)m1 / (m1 + m0))), "against the gradient"),
        (OutputBiasAfterOneStep((m1, m0, alpha) => alpha * (m1 - m0) / 2), "divide by m"),
        (OutputBiasAfterOneStep((m1, m0, alpha) => alpha * m1 / (m1 + m0)), "σ(0) = 0.5"),
        (OutputBiasAfterOneStep((_, _, _) => 0), "db2"),
        (OutputBiasAfterOneStep((m1, m0, alpha) => alpha * ((m1 - m0) / (2 * (m1 + m0)))), "cuts to an int"),
        (OutputBiasAfterOneStep((m1, m0, alpha) => alpha * (m1 / (m1 + m0) - 0.5)), "(double)m1"),
        (OutputBiasAfterOneStep((m1, m0, alpha) => -alpha * (m1 / (m1 + m0) - 0.5)), "(double)m1"),
        (WeightDeviation((n, x, target) => target / (x * n)), "√n"),
        (WeightDeviation((n, x, target) => target * target / (x * x * n)), "square root"),
        (WeightDeviation((n, _, target) => target / Math.Sqrt(n)), "width of the inputs"),
        (WeightDeviation((n, x, target) => target * x * Math.Sqrt(n)), "divide instead of multiply"),
        (WeightDeviation((n, x, _) => 1 / (x * Math.Sqrt(n))), "target is missing"));

    [Fact]
    public void ReadyToLearn_WrongAnswers_GetTheirReason()
    {
        var calls = 0;
        Hint(
            (ReadyToLearn(Start(Initializer.Zeros)), "Equal units stay equal"),
            (ReadyToLearn(Start(Initializer.Constant(0.1))), "Equal units stay equal"),
            (ReadyToLearn((n, units, seed) => new(n, units, initializer: Initializer.Zeros) { W2 = Zeros(units) }),
                "Equal units stay equal"),
            (ReadyToLearn(MirrorImages), "Equal units stay equal"),
            (ReadyToLearn(Start(Initializer.Gaussian(0.01))), "Too narrow where there are few inputs"),
            (ReadyToLearn(Start(Initializer.Gaussian(0.03))), "Too narrow where there are few inputs"),
            (ReadyToLearn(Start(Initializer.Gaussian(0.07))), "no fixed scale suits both"),
            (ReadyToLearn(Start(Initializer.Gaussian(0.2))), "too wide for 1000"),
            (ReadyToLearn(Start(Initializer.Gaussian(1))), "Fine for 2 inputs"),
            (ReadyToLearn(Start(Initializer.Gaussian(10))), "too wide"),
            (ReadyToLearn((n, units, _) => new(n, units, initializer: Initializer.Xavier)), "Hand the seed on"),
            (ReadyToLearn((n, units, _) => new(n, units, initializer: Initializer.Xavier, seed: calls++)), "can be repeated"),
            (ReadyToLearn((n, units, seed) => new(units, n, seed: seed)), "inputs, units"),
            (ReadyToLearn((n, units, seed) => new(n, units, hidden: Activation.ReLU, seed: seed)), "Activation.Tanh"));
    }

    private static Func<int, int, int, Network> Start(Initializer initializer) =>
        (inputs, units, seed) => new Network(inputs, units, initializer: initializer, seed: seed);

    private static Network MirrorImages(int n, int units, int seed)
    {
        var net = new Network(n, units, initializer: Initializer.Xavier, seed: seed);
        net.W1.SetRow(1, -net.W1.Row(0));
        net.W2[0, 1] = -net.W2[0, 0];
        return net;
    }

    private static Matrix<double> Zeros(int units) => Matrix<double>.Build.Dense(1, units);

    private static bool Merges(Vector<double> u, Vector<double> v) => u.SequenceEqual(v) || u.SequenceEqual(-v);

    private static int Left(Matrix<double> W1, Vector<double> b1, Func<Vector<double>, Vector<double>, bool> merges)
    {
        Vector<double>[] units = [.. W1.Append(b1.ToColumnMatrix()).EnumerateRows()];
        return units.Where((unit, i) => !units[..i].Any(other => merges(unit, other))).Count();
    }

    private static double Share(Matrix<double> Z, Func<double, bool> isOne) => Z.Enumerate().Average(z => isOne(z) ? 1.0 : 0.0);
}

using MathNet.Numerics;

namespace ShallowNet.Notebooks;

/// <summary>Checks the exercises of chapter 8, random initialization.</summary>
public static class Check08
{
    private const string Ready = "ready to learn";
    private const string WrongShape = "the network has another shape than asked for";
    private const string NotTanh = "the hidden activation is not tanh";
    private const string Twins = "two or more hidden units start equal, or as mirror images";
    private const string Narrow = "the standard deviation of Z1 is below 0.1";
    private const string Saturated = "a fifth or more of the tanh slopes are below 0.05";
    private const string SeedIgnored = "another seed gives the same weights";
    private const string NotRepeatable = "the same seed gives other weights the second time";
    private const string NarrowHint = "Too narrow where there are few inputs: the standard deviation of Z1 is √inputs times the scale, "
        + "and a fixed scale such as 0.01 shrinks it. Let the scale grow to 1/√inputs.";
    private const string IntegerDivision = "A share such as m1 / (m1 + m0) divides an int by an int, and C# cuts the result to an int: "
        + "here to 0. Write (double)m1 / (m1 + m0).";

    private static readonly (int Inputs, int Units, int Seed)[] Networks = [(2, 20, 1), (30, 10, 2), (1000, 40, 3)];

    /// <summary>Checks exercise 8.1: how many tanh units are left when equal ones and mirror images are merged, given W1 and b1.</summary>
    public static CheckResult UnitsLeft(Func<Matrix<double>, Vector<double>, int> answer) => Exercise.Check(answer,
        new("8.1", "how many units does it take?", "W1 = {0}, b1 = {1}"),
        [Units([1, 2, 0], [1, 2, 0], [3, 4, 0]), Units([0.5, 0.5, 0.1], [0.5, 0.5, 0.1], [0.5, 0.5, 0.1], [0.5, 0.5, 0.1]),
            Units([1, -2, 0.3], [-1, 2, -0.3], [2, 1, 0], [1, -2, 0.3]), Units([1, 2, 0.5], [1, 2, -0.5], [-1, -2, 0.5]),
            Units([1, 2, 0.5], [1, 3, 0.5], [2, 1, 0.5], [-2, -1, 0.5]), Units([1, 2, 0], [1, 2, 1], [3, 1, 1], [1, 2, 0]),
            Units([0.1 + 0.2, 1, 0], [0.3, 1, 0], [0.3, 1 + 1e-15, 0]), Units([0, 0, 0], [0, 0, 0], [-0.0, 0, 0], [0, 1, 0])],
        (Left(EqualOrMirrored),
            "Unit i is left if no unit k before it has the same row and bias, nor the negatives of both. Compare with ==, or with Equals."),
        ((W1, _) => W1.RowCount, "You counted all units. Units that can be merged count once."),
        (Left(Enumerable.SequenceEqual), "You merged equal units only. A unit whose weights and bias are the negatives of another's puts "
            + "out −a: it can be merged, too."),
        (Left((u, v) => u.SequenceEqual(Negative(v))), "You merged mirror images only. Equal units can be merged, too."),
        (Left(Enumerable.SequenceEqual, withBias: false), "You compared the rows of W1 only. The biases count, and so do mirror images."),
        (Left(EqualOrMirrored, withBias: false),
            "You left out the biases: two units with the same weights and different biases are not the same."),
        (Left((u, v) => EqualOrMirrored(u[..^1], v[..^1]) && u[^1] == v[^1]),
            "In a mirror image the bias is negated as well: (−w)·x − b = −(w·x + b)."),
        (Left((u, v) => Distance.Euclidean(u, v) < 1e-9 || Distance.Euclidean(u, Negative(v)) < 1e-9),
            "0.1 + 0.2 and 0.3 differ in the last bit. Symmetry is exact, so compare without rounding and without tolerance."),
        (Left(EqualOrMirrored, lookBack: 1), "You compared each unit with the one before it only. Compare it with all units before it."));

    /// <summary>Checks exercise 8.2: the share of entries of Z1 where the slope of tanh is below 0.05.</summary>
    public static CheckResult SaturatedShare(Func<Matrix<double>, double> answer) => Exercise.Check(answer,
        new("8.2", "the saturated share"),
        [Rows([0, 3, -3, 1]), Rows([2.1, 2.25, 2.3], [-2.1, -2.25, -2.3]), Rows([5, 6], [0.1, 9]), Rows([-8, 0.2, -0.4, 1.9])],
        (Share(IsFlat), "The slope is 1 − tanh²(z). Count the entries where it is below 0.05 and divide by the number of all entries."),
        (Z1 => Z1.Enumerate().Count(IsFlat),
            "You counted. The share is the count divided by the number of entries, RowCount · ColumnCount."),
        (Share(z => z > 0 && IsFlat(z)), "tanh is flat on both sides: large negative z count, too."),
        (Share(z => !IsFlat(z)), "That is the share of the others. Saturated means a slope below 0.05."),
        (Share(z => Activation.Sigmoid.Derivative(z) < 0.05), "That is the slope of the sigmoid, a (1 − a). The slope of tanh is 1 − a²."),
        (Share(z => 1 - Math.Tanh(z) < 0.05), "The square is missing: the slope is 1 − tanh²(z)."),
        (Share(z => Math.Tanh(z) > 0.95), "You tested the value tanh(z). The slope is 1 − tanh²(z)."));

    /// <summary>Checks exercise 8.3: b2 after one step from zeros, given the numbers of examples of label 1 and 0 and the rate.</summary>
    public static CheckResult OutputBiasAfterOneStep(Func<int, int, double, double> answer) => Exercise.Check(answer,
        new("8.3", "the one parameter that moves", "m1 = {0}, m0 = {1}, α = {2}"),
        [(357, 212, 0.5), (200, 200, 1), (1, 3, 2), (30, 10, 0.1)],
        ((m1, m0, α) => α * (m1 - m0) / (2.0 * (m1 + m0)),
            "b2 := b2 − α db2 with db2 = 1/m Σ (A2 − Y). All parameters are 0, so A2 = σ(0) = 0.5 for every example."),
        ((_, _, α) => -α * 0.5, IntegerDivision),
        ((_, _, α) => α * 0.5, IntegerDivision),
        ((m1, m0, α) => α * (m0 - m1) / (2.0 * (m1 + m0)), "That is α db2. The step goes against the gradient: b2 := b2 − α db2."),
        ((m1, m0, α) => α * (m1 - m0) / 2.0, "That is the sum over the examples. db2 is the mean: divide by m = m1 + m0."),
        ((m1, m0, α) => α * m1 / (m1 + m0), "That would be right if A2 were 0. At the start Z2 = 0, so A2 = σ(0) = 0.5."),
        ((m1, m0, _) => (m1 - m0) / (2.0 * (m1 + m0)), "The learning rate α is missing: b2 := b2 − α db2."),
        ((_, _, _) => 0, "0 comes from one of two slips. Either you let nothing move: but db2 = 1/m Σ (A2 − Y) contains neither A1 nor W2. "
            + "Or you divided an int by an int, which C# cuts to an int: write 2.0 * m."));

    /// <summary>Checks exercise 8.4: the standard deviation of the weights that gives Z1 a wanted width.</summary>
    public static CheckResult WeightDeviation(Func<int, double, double, double> answer) => Exercise.Check(answer,
        new("8.4", "the scale for a given width", "{0} inputs of standard deviation {1}, target {2}"),
        [(100, 1, 1), (30, 1, 1), (64, 2, 1), (10, 0.5, 3)],
        ((n, s, target) => target / (s * Math.Sqrt(n)), "Var(z) = n · s_w² · s_x². Solve for s_w."),
        ((n, s, target) => target / (s * n),
            "You divided by n. Variances add up, standard deviations do not: the standard deviation of z grows with √n."),
        ((n, s, target) => target * target / (s * s * n), "That is the variance s_w². The standard deviation is its square root."),
        ((n, _, target) => target / Math.Sqrt(n), "The width of the inputs is missing: Var(z) = n · s_w² · s_x²."),
        ((n, s, _) => 1 / (s * Math.Sqrt(n)),
            "The target is missing: the standard deviation of z is √n · s_w · s_x, and it must be `target`."),
        ((n, s, target) => target * s * Math.Sqrt(n),
            "That is how wide z becomes with s_w = `target`. You need the weights that make z that wide: divide instead of multiply."));

    /// <summary>Checks exercise 8.5: a network, built from inputs, units and seed, that is ready to learn.</summary>
    public static CheckResult ReadyToLearn(Func<int, int, int, Network> answer) => Exercise.CheckCases(answer,
        new("8.5", "ready to learn", "{0} inputs, {1} hidden units, seed {2}"),
        Networks, (f, t) => Verdict(seed => f(t.Inputs, t.Units, seed), t),
        (_ => Ready, "Random weights make the units differ. A scale near 1/√inputs keeps Z1 near 1 for any number of inputs; "
            + "Initializer.Xavier does that."),
        (_ => Twins, "Equal units stay equal forever, so a constant (zero included) will not do: draw W1 at random, each row its own."),
        (_ => SeedIgnored, "Hand the seed on: new Network(inputs, units, …, seed: seed)."),
        (_ => NotRepeatable,
            "Draw from new Random(seed), or hand the seed on, new Network(inputs, units, …, seed: seed): then a run can be repeated."),
        (t => t.Inputs < 100 ? Narrow : Ready, NarrowHint),
        (t => t.Inputs == 2 ? Narrow : Ready, NarrowHint),
        (_ => Narrow, NarrowHint),
        (t => t.Inputs > 30 ? Saturated : t.Inputs == 2 ? Narrow : Ready, "Too narrow for 2 inputs, too wide for 1000: no fixed scale "
            + "suits both, for the standard deviation of Z1 is √inputs times the scale. Let the scale shrink like 1/√inputs."),
        (t => t.Inputs > 30 ? Saturated : Ready, "Fine for few inputs, too wide for 1000: the standard deviation of Z1 is √inputs times "
            + "the scale. Let the scale shrink like 1/√inputs."),
        (t => t.Inputs > 2 ? Saturated : Ready, "Fine for 2 inputs, too wide for more: the standard deviation of Z1 is √inputs times the "
            + "scale. Let the scale shrink like 1/√inputs."),
        (_ => Saturated, "Z1 is too wide: its standard deviation is √inputs times the scale. Let the scale shrink like 1/√inputs."),
        (_ => WrongShape, "Build it with the arguments: new Network(inputs, units, …)."),
        (_ => NotTanh, "Leave out `hidden`, or pass hidden: Activation.Tanh."));

    /// <summary>W2 may be 0 where the units differ by their weights or biases: the first step moves W2, the second W1.</summary>
    private static string Verdict(Func<int, Network?> build, (int Inputs, int Units, int Seed) t) => build(t.Seed) switch
    {
        null => "no network: null",
        var net when net.Nx != t.Inputs || net.Nh != t.Units => WrongShape,
        var net when net.Hidden != Activation.Tanh => NotTanh,
        var net when Left(EqualOrMirrored)(net.W1.Append(net.W2.Transpose()), net.b1) < t.Units => Twins,
        var net when !net.W1.Equals(build(t.Seed)?.W1) => NotRepeatable,
        var net when net.W1.Equals(build(t.Seed + 1000)?.W1) => SeedIgnored,
        var net => net.Forward(Initializer.Gaussian(1).Weights(t.Inputs, 200, new Random(1))).Z1 switch
        {
            var Z1 when Z1.Enumerate().PopulationStandardDeviation() < 0.1 => Narrow,
            var Z1 when Share(IsFlat)(Z1) >= 0.2 => Saturated,
            _ => Ready,
        },
    };

    /// <summary>How many units, rows of W with their biases, are left when they are merged with some that come before.</summary>
    private static Func<Matrix<double>, Vector<double>, int> Left(
        Func<double[], double[], bool> merges, bool withBias = true, int lookBack = int.MaxValue) => (W, b) =>
        {
            var units = W.Append((withBias ? b : 0 * b).ToColumnMatrix()).ToRowArrays();
            return units.Where((unit, i) => !units[Math.Max(0, i - lookBack)..i].Any(other => merges(unit, other))).Count();
        };

    private static bool EqualOrMirrored(double[] u, double[] v) => u.SequenceEqual(v) || u.SequenceEqual(Negative(v));

    private static double[] Negative(double[] v) => [.. v.Select(entry => -entry)];

    private static bool IsFlat(double z) => Activation.Tanh.Derivative(z) < 0.05;

    private static Func<Matrix<double>, double> Share(Func<double, bool> isOne) => Z => Z.Enumerate().Average(z => isOne(z) ? 1.0 : 0.0);

    private static (Matrix<double> W1, Vector<double> b1) Units(params double[][] units) =>
        (Rows([.. units.Select(unit => unit[..^1])]), Vector<double>.Build.Dense([.. units.Select(unit => unit[^1])]));

    private static Matrix<double> Rows(params double[][] rows) => Matrix<double>.Build.DenseOfRowArrays(rows);
}

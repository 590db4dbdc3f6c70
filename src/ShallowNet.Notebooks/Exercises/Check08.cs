using MathNet.Numerics.Statistics;

namespace ShallowNet.Notebooks;

/// <summary>Checks the exercises of chapter 8, random initialization.</summary>
public static class Check08
{
    private const string Ready = "ready to learn";
    private const string NoNetwork = "no network: null";
    private const string WrongShape = "the network has another shape than asked for";
    private const string NotTanh = "the hidden activation is not tanh";
    private const string Twins = "two or more hidden units start equal, or as mirror images";
    private const string Narrow = "the standard deviation of Z1 is below 0.1";
    private const string Saturated = "a fifth or more of the tanh slopes are below 0.05";
    private const string NarrowHint =
        "Too narrow where there are few inputs: the standard deviation of Z1 is √inputs times the scale, and a fixed scale such as 0.01 "
            + "shrinks it. Let the scale grow to 1/√inputs.";
    private const string SeedIgnored = "another seed gives the same weights";
    private const string IntegerDivision =
        "A share such as m1 / (m1 + m0) divides an int by an int, and C# cuts the result to an int: here to 0. Write (double)m1 / (m1 + "
            + "m0).";
    private const string NotRepeatable = "the same seed gives other weights the second time";

    private static readonly Exercise<(Matrix<double> W1, Vector<double> b1), int> UnitsLeftExercise =
        new("8.1", "how many units does it take?")
        {
            Cases =
        [
            Units([1, 2, 0], [1, 2, 0], [3, 4, 0]),
            Units([0.5, 0.5, 0.1], [0.5, 0.5, 0.1], [0.5, 0.5, 0.1], [0.5, 0.5, 0.1]),
            Units([1, -2, 0.3], [-1, 2, -0.3], [2, 1, 0], [1, -2, 0.3]),
            Units([1, 2, 0.5], [1, 2, -0.5], [-1, -2, 0.5]),
            Units([1, 2, 0.5], [1, 3, 0.5], [2, 1, 0.5], [-2, -1, 0.5]),
            Units([1, 2, 0], [1, 2, 1], [3, 1, 1], [1, 2, 0]),
            Units([0.1 + 0.2, 1, 0], [0.3, 1, 0], [0.3, 1 + 1e-15, 0]),
            Units([0, 0, 0], [0, 0, 0], [-0.0, 0, 0], [0, 1, 0]),
        ],
            Solution = t => Count(t, (i, k) => Alike(t, i, k) || Mirrored(t, i, k)),
            Hint = "Unit i is left if no unit k before it has the same row and bias, nor the negatives of both. Compare with ==, or with "
            + "Equals.",
            Describe = t => $"W1 = {ValueText.Of(t.W1)}, b1 = {ValueText.Of(t.b1)}",
            Mistakes =
        [
            (t => t.W1.RowCount, "You counted all units. Units that can be merged count once."),
            (t => Count(t, (i, k) => Alike(t, i, k)),
                "You merged equal units only. A unit whose weights and bias are the negatives of another's puts out −a: it can be "
                + "merged, too."),
            (t => Count(t, (i, k) => Mirrored(t, i, k)), "You merged mirror images only. Equal units can be merged, too."),
            (t => Count(t, (i, k) => Equal(t.W1.Row(i), t.W1.Row(k))),
                "You compared the rows of W1 only. The biases count, and so do mirror images."),
            (t => Count(t, (i, k) => Equal(t.W1.Row(i), t.W1.Row(k)) || Equal(t.W1.Row(i), -t.W1.Row(k))),
                "You left out the biases: two units with the same weights and different biases are not the same."),
            (t => Count(t, (i, k) => Alike(t, i, k) || (Equal(t.W1.Row(i), -t.W1.Row(k)) && t.b1[i] == t.b1[k])),
                "In a mirror image the bias is negated as well: (−w)·x − b = −(w·x + b)."),
            (t => Count(t, (i, k) => Close(t, i, k)),
                "0.1 + 0.2 and 0.3 differ in the last bit. Symmetry is exact, so compare without rounding and without tolerance."),
            (t => Count(t, (i, k) => k == i - 1 && (Alike(t, i, k) || Mirrored(t, i, k))),
                "You compared each unit with the one before it only. Compare it with all units before it."),
        ],
        };

    private static readonly Exercise<Matrix<double>, double> SaturatedShareExercise = new("8.2", "the share of saturated tanh units")
    {
        Cases = [Rows([0, 3, -3, 1]), Rows([2.1, 2.25, 2.3], [-2.1, -2.25, -2.3]), Rows([5, 6], [0.1, 9]), Rows([-8, 0.2, -0.4, 1.9])],
        Solution = Z1 => Share(Z1, z => Activation.Tanh.Derivative(z) < 0.05),
        Hint = "The slope is 1 − tanh²(z). Count the entries where it is below 0.05 and divide by the number of all entries.",
        Mistakes =
        [
            (Z1 => Z1.Enumerate().Count(z => Activation.Tanh.Derivative(z) < 0.05),
                "You counted. The share is the count divided by the number of entries, RowCount · ColumnCount."),
            (Z1 => Share(Z1, z => z > 0 && Activation.Tanh.Derivative(z) < 0.05),
                "tanh is flat on both sides: large negative z count, too."),
            (Z1 => Share(Z1, z => Activation.Tanh.Derivative(z) >= 0.05),
                "That is the share of the others. Saturated means a slope below 0.05."),
            (Z1 => Share(Z1, z => Activation.Sigmoid.Derivative(z) < 0.05),
                "That is the slope of the sigmoid, a (1 − a). The slope of tanh is 1 − a²."),
            (Z1 => Share(Z1, z => 1 - Math.Tanh(z) < 0.05), "The square is missing: the slope is 1 − tanh²(z)."),
            (Z1 => Share(Z1, z => Math.Tanh(z) > 0.95), "You tested the value tanh(z). The slope is 1 − tanh²(z)."),
        ],
    };

    private static readonly Exercise<(int M1, int M0, double Alpha), double> OutputBiasExercise = new("8.3", "the one parameter that moves")
    {
        Cases = [(357, 212, 0.5), (200, 200, 1), (1, 3, 2), (30, 10, 0.1)],
        Solution = t => t.Alpha * (t.M1 - t.M0) / (2.0 * (t.M1 + t.M0)),
        Hint = "b2 := b2 − α db2 with db2 = 1/m Σ (A2 − Y). All parameters are 0, so A2 = σ(0) = 0.5 for every example.",
        Describe = t => $"m1 = {t.M1}, m0 = {t.M0}, α = {ValueText.Of(t.Alpha)}",
        Mistakes =
        [
            (t => -t.Alpha * 0.5, IntegerDivision),
            (t => t.Alpha * 0.5, IntegerDivision),
            (t => t.Alpha * (t.M0 - t.M1) / (2.0 * (t.M1 + t.M0)), "That is α db2. The step goes against the gradient: b2 := b2 − α db2."),
            (t => t.Alpha * (t.M1 - t.M0) / 2.0, "That is the sum over the examples. db2 is the mean: divide by m = m1 + m0."),
            (t => t.Alpha * t.M1 / (t.M1 + t.M0), "That would be right if A2 were 0. At the start Z2 = 0, so A2 = σ(0) = 0.5."),
            (t => (t.M1 - t.M0) / (2.0 * (t.M1 + t.M0)), "The learning rate α is missing: b2 := b2 − α db2."),
            (_ => 0, "0 comes from one of two slips. Either you let nothing move: but db2 = 1/m Σ (A2 − Y) contains neither A1 nor W2. "
                + "Or you divided an int by an int, which C# cuts to an int: write 2.0 * m."),
        ],
    };

    private static readonly Exercise<(int Inputs, double InputDeviation, double Target), double> WeightDeviationExercise =
        new("8.4", "the scale for a given width of Z1")
        {
            Cases = [(100, 1, 1), (30, 1, 1), (64, 2, 1), (10, 0.5, 3)],
            Solution = t => t.Target / (t.InputDeviation * Math.Sqrt(t.Inputs)),
            Hint = "Var(z) = n · s_w² · s_x². Solve for s_w.",
            Describe = t => $"{t.Inputs} inputs of standard deviation {ValueText.Of(t.InputDeviation)}, target {ValueText.Of(t.Target)}",
            Mistakes =
        [
            (t => t.Target / (t.InputDeviation * t.Inputs),
                "You divided by n. Variances add up, standard deviations do not: the standard deviation of z grows with √n."),
            (t => t.Target * t.Target / (t.InputDeviation * t.InputDeviation * t.Inputs),
                "That is the variance s_w². The standard deviation is its square root."),
            (t => t.Target / Math.Sqrt(t.Inputs), "The width of the inputs is missing: Var(z) = n · s_w² · s_x²."),
            (t => 1 / (t.InputDeviation * Math.Sqrt(t.Inputs)),
                "The target is missing: the standard deviation of z is √n · s_w · s_x, and it must be `target`."),
            (t => t.Target * t.InputDeviation * Math.Sqrt(t.Inputs),
                "That is how wide z becomes with s_w = `target`. You need the weights that make z that wide: divide instead of multiply."),
        ],
        };

    private static readonly Exercise<(int Inputs, int Units, int Seed), string> ReadyToLearnExercise =
        new("8.5", "a network that is ready to learn")
        {
            Cases = [(2, 20, 1), (30, 10, 2), (1000, 40, 3)],
            Solution = _ => Ready,
            Hint = "Random weights make the units differ. A scale near 1/√inputs keeps Z1 near 1 for any number of inputs; "
            + "Initializer.Xavier does that.",
            Describe = t => $"{t.Inputs} inputs, {t.Units} hidden units, seed {t.Seed}",
            Mistakes =
        [
            (_ => Twins, "Equal units stay equal forever, so a constant (zero included) will not do: draw W1 at random, each row its own."),
            (_ => SeedIgnored, "Hand the seed on: new Network(inputs, units, …, seed: seed)."),
            (_ => NotRepeatable,
                "Draw from new Random(seed), or hand the seed on, new Network(inputs, units, …, seed: seed): then a run can be repeated."),
            (t => t.Inputs < 100 ? Narrow : Ready, NarrowHint),
            (t => t.Inputs == 2 ? Narrow : Ready, NarrowHint),
            (_ => Narrow, NarrowHint),
            (t => t.Inputs > 30 ? Saturated : t.Inputs == 2 ? Narrow : Ready,
                "Too narrow for 2 inputs, too wide for 1000: no fixed scale suits both, for the standard deviation of Z1 is √inputs "
                    + "times the scale. Let the scale shrink like 1/√inputs."),
            (t => t.Inputs > 30 ? Saturated : Ready,
                "Fine for few inputs, too wide for 1000: the standard deviation of Z1 is √inputs times the scale. Let the scale shrink "
                + "like 1/√inputs."),
            (t => t.Inputs > 2 ? Saturated : Ready,
                "Fine for 2 inputs, too wide for more: the standard deviation of Z1 is √inputs times the scale. Let the scale shrink "
                + "like 1/√inputs."),
            (_ => Saturated, "Z1 is too wide: its standard deviation is √inputs times the scale. Let the scale shrink like 1/√inputs."),
            (_ => WrongShape, "Build it with the arguments: new Network(inputs, units, …)."),
            (_ => NotTanh, "Leave out `hidden`, or pass hidden: Activation.Tanh."),
        ],
        };

    /// <summary>Checks exercise 8.1: how many tanh units are left when equal ones and mirror images are merged, given W1 and b1.</summary>
    public static CheckResult UnitsLeft(Func<Matrix<double>, Vector<double>, int> answer) =>
        UnitsLeftExercise.Check(answer is null ? null : t => answer(t.W1.Clone(), t.b1.Clone()));

    /// <summary>Checks exercise 8.2: the share of entries of Z1 where the slope of tanh is below 0.05.</summary>
    public static CheckResult SaturatedShare(Func<Matrix<double>, double> answer) => SaturatedShareExercise.Check(answer);

    /// <summary>Checks exercise 8.3: b2 after one step from zeros, given the numbers of examples of label 1 and 0 and the rate.</summary>
    public static CheckResult OutputBiasAfterOneStep(Func<int, int, double, double> answer) =>
        OutputBiasExercise.Check(answer is null ? null : t => answer(t.M1, t.M0, t.Alpha));

    /// <summary>Checks exercise 8.4: the standard deviation of the weights that gives Z1 a wanted width.</summary>
    public static CheckResult WeightDeviation(Func<int, double, double, double> answer) =>
        WeightDeviationExercise.Check(answer is null ? null : t => answer(t.Inputs, t.InputDeviation, t.Target));

    /// <summary>Checks exercise 8.5: a network, built from inputs, units and seed, that is ready to learn.</summary>
    public static CheckResult ReadyToLearn(Func<int, int, int, Network> answer) =>
        ReadyToLearnExercise.Check(answer is null ? null : t =>
            Verdict(seed => answer(t.Inputs, t.Units, seed), t.Inputs, t.Units, t.Seed));

    private static string Verdict(Func<int, Network?> build, int inputs, int units, int seed)
    {
        if (build(seed) is not { } net)
            return NoNetwork;
        if (net.Nx != inputs || net.Nh != units)
            return WrongShape;
        if (net.Hidden != Activation.Tanh)
            return NotTanh;
        // W2 may be 0 as long as the units differ: the first step moves W2, the second W1.
        if (UnitsThatDiffer(net) < units)
            return Twins;
        if (!Equal(net.W1, build(seed)?.W1))
            return NotRepeatable;
        if (Equal(net.W1, build(seed + 1000)?.W1))
            return SeedIgnored;
        var Z1 = net.Forward(Initializer.Gaussian(1).Weights(inputs, 200, new Random(1))).Z1;
        if (Z1.Enumerate().PopulationStandardDeviation() < 0.1)
            return Narrow;
        return Share(Z1, z => Activation.Tanh.Derivative(z) < 0.05) < 0.2 ? Ready : Saturated;
    }

    /// <summary>Units that are kept apart by anything: their weights, their bias or their output weights.</summary>
    private static int UnitsThatDiffer(Network net)
    {
        var all = net.W1.Append(net.b1.ToColumnMatrix()).Append(net.W2.Transpose());
        return Count((all, Vector<double>.Build.Dense(net.Nh)), (i, k) => Equal(all.Row(i), all.Row(k)) || Equal(all.Row(i), -all.Row(k)));
    }

    private static int Count((Matrix<double> W1, Vector<double> b1) t, Func<int, int, bool> merges) =>
        Enumerable.Range(0, t.W1.RowCount).Count(i => !Enumerable.Range(0, i).Any(k => merges(i, k)));

    private static bool Alike((Matrix<double> W1, Vector<double> b1) t, int i, int k) => Equal(t.W1.Row(i), t.W1.Row(k))
        && t.b1[i] == t.b1[k];

    private static bool Mirrored((Matrix<double> W1, Vector<double> b1) t, int i, int k) => Equal(t.W1.Row(i), -t.W1.Row(k))
        && t.b1[i] == -t.b1[k];

    private static bool Close((Matrix<double> W1, Vector<double> b1) t, int i, int k) =>
        ((t.W1.Row(i) - t.W1.Row(k)).L2Norm() < 1e-9 && Math.Abs(t.b1[i] - t.b1[k]) < 1e-9)
        || ((t.W1.Row(i) + t.W1.Row(k)).L2Norm() < 1e-9 && Math.Abs(t.b1[i] + t.b1[k]) < 1e-9);

    private static bool Equal(Vector<double> v, Vector<double> w) => v.SequenceEqual(w);

    private static bool Equal(Matrix<double> V, Matrix<double>? W) => W is not null && V.Enumerate().SequenceEqual(W.Enumerate());

    private static double Share(Matrix<double> Z, Func<double, bool> isOne) => Z.Enumerate().Average(z => isOne(z) ? 1.0 : 0.0);

    private static (Matrix<double> W1, Vector<double> b1) Units(params double[][] units) =>
        (Matrix<double>.Build.DenseOfRowArrays([.. units.Select(unit => unit[..^1])]),
            Vector<double>.Build.Dense([.. units.Select(unit => unit[^1])]));

    private static Matrix<double> Rows(params double[][] rows) => Matrix<double>.Build.DenseOfRowArrays(rows);
}

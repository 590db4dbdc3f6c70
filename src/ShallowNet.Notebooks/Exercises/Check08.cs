using MathNet.Numerics.LinearAlgebra;

namespace ShallowNet.Notebooks;

/// <summary>Checks the exercises of chapter 8, random initialization.</summary>
public static class Check08
{
    private const string Ready = "ready to learn";
    private const string NoNetwork = "no network: null";
    private const string WrongShape = "the network has another shape than asked for";
    private const string NotTanh = "the hidden activation is not tanh";
    private const string Twins = "two or more hidden units start exactly equal";
    private const string DeadOutput = "all output weights are 0";
    private const string Saturated = "a fifth or more of the tanh slopes are below 0.05";

    private static readonly Exercise<Matrix<double>, int> DistinctRowsExercise = new("8.1", "count the different rows")
    {
        Cases =
        [
            Rows([1, 2], [1, 2], [3, 4]),
            Rows([0.5, 0.5], [0.5, 0.5], [0.5, 0.5], [0.5, 0.5]),
            Rows([1, 2], [2, 1], [3, 0], [2, 1]),
            Rows([1, 2], [1, 3], [1, 2]),
            Rows([0.1 + 0.2, 1], [0.3, 1], [0.3, 1 + 1e-15]),
            Rows([1, 2], [3, 4], [1, 2], [3, 4], [5, 6]),
        ],
        Solution = CountRows,
        Hint = "Compare each row with the rows before it, entry by entry and with ==. A row counts if none of them is equal in every entry.",
        Mistakes =
        [
            (W => W.RowCount, "You counted all rows. Rows that are equal in every entry count once."),
            (W => W.Enumerate().Distinct().Count(), "You counted the different numbers in the matrix. Compare whole rows."),
            (W => W.Column(0).Distinct().Count(), "You looked at the first entry only. Two rows are the same if all their entries are equal."),
            (W => W.EnumerateRows().Select(row => row.Sum()).Distinct().Count(), "[1, 2] and [2, 1] have the same sum, but they are two rows. Compare entry by entry."),
            (W => W.EnumerateRows().Select(row => string.Join(" ", row.Select(w => Math.Round(w, 6)))).Distinct().Count(), "0.1 + 0.2 and 0.3 differ in the last bit. Symmetry is exact, so compare without rounding and without tolerance."),
            (Changes, "You compared each row with the one before it only. A row may come back later: compare it with all rows before it."),
        ],
    };

    private static readonly Exercise<Matrix<double>, double> SaturatedShareExercise = new("8.2", "the share of saturated tanh units")
    {
        Cases = [Rows([0, 3, -3, 1]), Rows([2.1, 2.25, 2.3], [-2.1, -2.25, -2.3]), Rows([5, 6], [0.1, 9]), Rows([-8, 0.2, -0.4, 1.9])],
        Solution = Z1 => Share(Z1, z => Activation.Tanh.Derivative(z) < 0.05),
        Hint = "The slope is 1 − tanh²(z). Count the entries where it is below 0.05 and divide by the number of all entries.",
        Mistakes =
        [
            (Z1 => Z1.Enumerate().Count(z => Activation.Tanh.Derivative(z) < 0.05), "You counted. The share is the count divided by the number of entries, RowCount · ColumnCount."),
            (Z1 => Share(Z1, z => z > 0 && Activation.Tanh.Derivative(z) < 0.05), "tanh is flat on both sides: large negative z count, too."),
            (Z1 => Share(Z1, z => Activation.Tanh.Derivative(z) >= 0.05), "That is the share of the others. Saturated means a slope below 0.05."),
            (Z1 => Share(Z1, z => Activation.Sigmoid.Derivative(z) < 0.05), "That is the slope of the sigmoid, a (1 − a). The slope of tanh is 1 − a²."),
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
            (t => t.Alpha * (t.M0 - t.M1) / (2.0 * (t.M1 + t.M0)), "That is α db2. The step goes against the gradient: b2 := b2 − α db2."),
            (t => t.Alpha * (t.M1 - t.M0) / 2.0, "That is the sum over the examples. db2 is the mean: divide by m = m1 + m0."),
            (t => t.Alpha * t.M1 / (t.M1 + t.M0), "That would be right if A2 were 0. At the start Z2 = 0, so A2 = σ(0) = 0.5."),
            (t => (t.M1 - t.M0) / (2.0 * (t.M1 + t.M0)), "The learning rate α is missing: b2 := b2 − α db2."),
            (_ => 0, "0 comes from one of two slips. Either you let nothing move: but db2 = 1/m Σ (A2 − Y) contains neither A1 nor W2. Or you divided an int by an int, which C# cuts to an int: write 2.0 * m."),
        ],
    };

    private static readonly Exercise<(int Inputs, double InputDeviation, double Target), double> WeightDeviationExercise = new("8.4", "the scale for a given width of Z1")
    {
        Cases = [(100, 1, 1), (30, 1, 1), (64, 2, 1), (10, 0.5, 3)],
        Solution = t => t.Target / (t.InputDeviation * Math.Sqrt(t.Inputs)),
        Hint = "Var(z) = n · σ_w² · σ_x². Solve for σ_w.",
        Describe = t => $"{t.Inputs} inputs of standard deviation {ValueText.Of(t.InputDeviation)}, target {ValueText.Of(t.Target)}",
        Mistakes =
        [
            (t => t.Target / (t.InputDeviation * t.Inputs), "You divided by n. Variances add up, standard deviations do not: the standard deviation of z grows with √n."),
            (t => t.Target * t.Target / (t.InputDeviation * t.InputDeviation * t.Inputs), "That is the variance σ_w². The standard deviation is its square root."),
            (t => t.Target / Math.Sqrt(t.Inputs), "The width of the inputs is missing: Var(z) = n · σ_w² · σ_x²."),
            (t => 1 / (t.InputDeviation * Math.Sqrt(t.Inputs)), "The target is missing: the standard deviation of z is √n · σ_w · σ_x, and it must be `target`."),
            (t => t.Target * t.InputDeviation * Math.Sqrt(t.Inputs), "That is how wide z becomes with σ_w = `target`. You need the weights that make z that wide: divide instead of multiply."),
        ],
    };

    private static readonly Exercise<(int Inputs, int Units, int Seed), string> ReadyToLearnExercise = new("8.5", "a network that is ready to learn")
    {
        Cases = [(2, 20, 1), (30, 10, 2), (1000, 40, 3)],
        Solution = _ => Ready,
        Hint = "Random weights make the units differ. A scale near 1/√inputs keeps Z1 near 1 for any number of inputs; Initializer.Xavier does that.",
        Describe = t => $"{t.Inputs} inputs, {t.Units} hidden units, seed {t.Seed}",
        Mistakes =
        [
            (_ => Twins, "Equal units stay equal for ever, so a constant (zero included) will not do: draw W1 at random, each row its own."),
            (_ => DeadOutput, "With W2 = 0 the first step gives dZ1 = W2ᵀ dZ2 ∘ g'(Z1) = 0: let W2 start at random, too."),
            (t => t.Inputs > 30 ? Saturated : Ready, "Fine for few inputs, too wide for 1000: the standard deviation of Z1 is √inputs times the scale. Let the scale shrink like 1/√inputs."),
            (t => t.Inputs > 2 ? Saturated : Ready, "Fine for 2 inputs, too wide for more: the standard deviation of Z1 is √inputs times the scale. Let the scale shrink like 1/√inputs."),
            (_ => Saturated, "Z1 is too wide: its standard deviation is √inputs times the scale. Let the scale shrink like 1/√inputs."),
            (_ => WrongShape, "Build it with the arguments: new Network(inputs, units, …)."),
            (_ => NotTanh, "Leave out `hidden`, or pass hidden: Activation.Tanh."),
        ],
    };

    /// <summary>Checks exercise 8.1: how many different rows a matrix has.</summary>
    public static CheckResult DistinctRows(Func<Matrix<double>, int> answer) => DistinctRowsExercise.Check(answer);

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
        ReadyToLearnExercise.Check(answer is null ? null : t => Verdict(answer(t.Inputs, t.Units, t.Seed), t.Inputs, t.Units));

    private static string Verdict(Network? net, int inputs, int units)
    {
        if (net is null)
        {
            return NoNetwork;
        }

        if (net.Nx != inputs || net.Nh != units)
        {
            return WrongShape;
        }

        if (net.Hidden != Activation.Tanh)
        {
            return NotTanh;
        }

        if (CountRows(net.W1) < units)
        {
            return Twins;
        }

        if (net.W2.Enumerate().All(w => w == 0))
        {
            return DeadOutput;
        }

        Matrix<double> X = Initializer.Gaussian(1).Weights(inputs, 200, new Random(1));
        return Share(net.Forward(X).Z1, z => Activation.Tanh.Derivative(z) < 0.05) < 0.2 ? Ready : Saturated;
    }

    private static int CountRows(Matrix<double> W) =>
        Enumerable.Range(0, W.RowCount).Count(i => !Enumerable.Range(0, i).Any(k => W.Row(i).SequenceEqual(W.Row(k))));

    private static int Changes(Matrix<double> W) =>
        1 + Enumerable.Range(1, W.RowCount - 1).Count(i => !W.Row(i).SequenceEqual(W.Row(i - 1)));

    private static double Share(Matrix<double> Z, Func<double, bool> isOne) => Z.Enumerate().Average(z => isOne(z) ? 1.0 : 0.0);

    private static Matrix<double> Rows(params double[][] rows) => Matrix<double>.Build.DenseOfRowArrays(rows);
}

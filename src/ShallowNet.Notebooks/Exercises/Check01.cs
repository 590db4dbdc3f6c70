namespace ShallowNet.Notebooks;

/// <summary>Checks the exercises of chapter 1, from one unit to a network.</summary>
public static class Check01
{
    private static readonly Exercise<(Dataset Data, double Rate, int Epochs), double[]> TrainUnitExercise =
        new("1.1", "twenty steps in a loop")
        {
            Cases = [(Datasets.Blobs(60, spread: 2, seed: 5), 0.1, 1), (Datasets.Blobs(60, spread: 2, seed: 6), 0.1, 20),
                (Shifted(), 0.5, 7)],
            Solution = t => Descend(t, (old, slope) => old - t.Rate * slope),
            Hint = "In each epoch: the three slopes at the parameters as they are, then v := v − α dv for all three.",
            Describe = t => $"{t.Data}, α = {ValueText.Of(t.Rate)}, epochs = {t.Epochs}",
            Mistakes =
        [
            (t => Descend(t, (old, slope) => old + t.Rate * slope), "Your steps go uphill: the slope is subtracted, v := v − α dv."),
            (t => Descend(t, (old, slope) => old - slope), "The learning rate is missing: v := v − α dv."),
            (t => Descend(t, (_, slope) => -t.Rate * slope),
                "Each step forgets where it stood: the old value belongs on the right, v := v − α dv."),
            (t => [.. Descend(t, (old, slope) => old - t.Rate * slope, moveBias: false)[..2], 0],
                "The weights move, the bias does not: b := b − α db."),
            (t => Descend(t with { Epochs = t.Epochs - 1 }, (old, slope) => old - t.Rate * slope),
                "One step is missing: count the epochs from 0 to epochs − 1."),
            (t => Descend(t with { Epochs = t.Epochs + 1 }, (old, slope) => old - t.Rate * slope),
                "One step too many: count the epochs from 0 to epochs − 1."),
            (t => Descend(t with { Epochs = 20 }, (old, slope) => old - t.Rate * slope), "Use the argument epochs: it is not always 20."),
            (t => Descend(t with { Epochs = 1 }, (old, slope) => old - t.Rate * slope),
                "That is one step only: the slopes and the step belong in the loop."),
            (t => OnceForAll(t), "The slopes are taken once, before the loop. They change with every step: take them inside the loop."),
        ],
        };

    private static readonly Exercise<(double X1, double W1, double W2, double B), double> LineAtExercise = new("1.2", "draw the line")
    {
        Cases = [(1, 2, 4, 3), (0, 1, 2, -1), (-2, 0.5, -3, 1), (3, 0, 2, 5)],
        Solution = t => -(t.W1 * t.X1 + t.B) / t.W2,
        Hint = "On the line z = 0. Solve w1 x1 + w2 x2 + b = 0 for x2.",
        Describe = t => $"x1 = {ValueText.Of(t.X1)}, w1 = {ValueText.Of(t.W1)}, w2 = {ValueText.Of(t.W2)}, b = {ValueText.Of(t.B)}",
        Mistakes =
        [
            (t => (t.W1 * t.X1 + t.B) / t.W2, "The sign is turned: w1 x1 + b goes to the other side of the equation and changes its sign."),
            (t => -(t.W1 * t.X1) / t.W2 + t.B, "The bias is divided by w2, too."),
            (t => -t.W1 * t.X1 + t.B / t.W2, "All of w1 x1 + b changes its sign and is divided by w2: put it in parentheses."),
            (t => -t.W1 * t.X1 / t.W2, "The bias is missing: it shifts the line."),
            (t => (-t.W1 * t.X1 + t.B) / t.W2,
                "The bias changes its sign as well when it goes to the other side: put w1 x1 + b in parentheses."),
            (t => -(t.W1 * t.X1 + t.B) / t.W1, "Divide by the weight of x2, which is w2."),
            (t => t.W1 * t.X1 + t.B, "That is z without the part of x2. Asked is the x2 for which z = 0."),
        ],
    };

    private static readonly Exercise<(double[] A, double[] Y), double> CostOfExercise = new("1.3", "the cost of many answers")
    {
        Cases = [([0.9], [1]), ([0.9], [0]), ([0.5, 0.5], [1, 0]), ([0.8, 0.3, 0.6, 0.1], [1, 0, 0, 1])],
        Solution = t => Mean(t, (a, y) => -Math.Log(y == 1 ? a : 1 - a)),
        Hint = "The probability of the true class is a where y = 1 and 1 − a where y = 0; take the mean of −ln of it.",
        Describe = t => $"a = [{string.Join(", ", t.A.Select(a => ValueText.Of(a)))}], y = "
            + $"[{string.Join(", ", t.Y.Select(y => ValueText.Of(y)))}]",
        Mistakes =
        [
            (t => Mean(t, (a, y) => Math.Log(y == 1 ? a : 1 - a)),
                "The minus is missing: the logarithm of a probability is negative, a loss is not."),
            (t => Mean(t, (a, y) => -Math.Log10(y == 1 ? a : 1 - a)), "Math.Log10 is another logarithm. ln is Math.Log."),
            (t => Mean(t, (a, y) => -Math.Log2(y == 1 ? a : 1 - a)), "Math.Log2 is another logarithm. ln is Math.Log."),
            (t => Mean(t, (a, y) => -Math.Log(y == 0 ? a : 1 - a)), "a and 1 − a are exchanged: a is the probability of class 1."),
            (t => Mean(t, (a, _) => -Math.Log(a)), "Where y = 0 the true class got 1 − a, not a."),
            (t => Mean(t, (a, y) => y == 1 ? -Math.Log(a) : 0), "Examples with y = 0 have a loss, too: −ln(1 − a)."),
            (t => Mean(t, (a, y) => -Math.Log(y == 1 ? a : 1 - a)) * t.A.Length, "That is the sum of the losses. The cost is their mean."),
            (t => Mean(t, (a, y) => (a - y) * (a - y)),
                "That is the mean squared error. The loss of this chapter is −ln of the probability of the true class."),
            (t => Mean(t, (a, y) => Math.Abs(a - y)),
                "That is the mean distance from the target. The loss of this chapter is −ln of the probability of the true class."),
        ],
    };

    private static readonly Exercise<(Matrix<double> W, Matrix<double> X, Vector<double> B), Matrix<double>> SumsExercise =
        new("1.4", "the sums of a layer")
        {
            Cases = [Layer(3, 2, 5), Layer(2, 2, 2), Layer(1, 3, 4), Layer(4, 2, 1)],
            Solution = t => (t.W * t.X).MapIndexed((i, _, z) => z + t.B[i]),
            Hint = "W * X first; then entry (i, j) gets b[i], since row i belongs to unit i.",
            Describe = t => $"{t.W.RowCount} units, {t.W.ColumnCount} inputs, {t.X.ColumnCount} examples",
            Mistakes =
        [
            (t => t.W * t.X, "The biases are missing: b is added to every column of W X."),
            (t => (t.W * t.X).MapIndexed((_, j, z) => z + t.B[j % t.B.Count]),
                "Columns are examples. Entry (i, j) belongs to unit i and gets b[i], not b[j]."),
            (t => (t.W * t.X).MapIndexed((i, j, z) => z + (j == 0 ? t.B[i] : 0)),
                "The bias belongs to every column, not to the first alone."),
            (t => (t.W * t.X).MapIndexed((i, _, z) => z - t.B[i]), "The bias is added, not subtracted."),
            (t => (t.W * t.X).MapIndexed((i, _, z) => Math.Tanh(z + t.B[i])),
                "That is A. Asked are the sums Z, before the activation function."),
        ],
        };

    /// <summary>
    /// Checks exercise 1.1: the parameters of one sigmoid unit, started at 0, after so many steps, given the data, α and the epochs.
    /// </summary>
    public static CheckResult TrainUnit(Func<Dataset, double, int, (double w1, double w2, double b)> answer) =>
        TrainUnitExercise.Check(answer is null ? null : t =>
        {
            var (w1, w2, b) = answer(t.Data, t.Rate, t.Epochs);
            return [w1, w2, b];
        });

    /// <summary>Checks exercise 1.2: the x2 at which a unit is undecided, given x1, w1, w2 and b.</summary>
    public static CheckResult LineAt(Func<double, double, double, double, double> answer) =>
        LineAtExercise.Check(answer is null ? null : t => answer(t.X1, t.W1, t.W2, t.B));

    /// <summary>Checks exercise 1.3: the mean of −ln of the probabilities of the true classes, given activations and targets.</summary>
    public static CheckResult CostOf(Func<double[], double[], double> answer) =>
        CostOfExercise.Check(answer is null ? null : t => answer([.. t.A], [.. t.Y]));

    /// <summary>
    /// Checks exercise 1.4: W X with b added to every column, given W (units × inputs), X (inputs × examples) and b (one a unit).
    /// </summary>
    public static CheckResult Sums(Func<Matrix<double>, Matrix<double>, Vector<double>, Matrix<double>> answer) =>
        SumsExercise.Check(answer is null ? null : t => MatrixErrors.Explained(() => answer(t.W.Clone(), t.X.Clone(), t.B.Clone())));

    private static double[] Descend((Dataset Data, double Rate, int Epochs) t, Func<double, double, double> step, bool moveBias = true)
    {
        double[] v = [0, 0, 0];
        for (var epoch = 0; epoch < t.Epochs; epoch++)
        {
            var slopes = Slopes(t.Data, v);
            v = [step(v[0], slopes[0]), step(v[1], slopes[1]), moveBias ? step(v[2], slopes[2]) : 0];
        }
        return v;
    }

    private static double[] OnceForAll((Dataset Data, double Rate, int Epochs) t) =>
        [.. Slopes(t.Data, [0, 0, 0]).Select(slope => -t.Epochs * t.Rate * slope)];

    private static double[] Slopes(Dataset data, double[] v)
    {
        var tooHigh = Enumerable.Range(0, data.M)
            .Select(j => Activation.Sigmoid.Value(v[0] * data.X[0, j] + v[1] * data.X[1, j] + v[2]) - data.Y[0, j]).ToArray();
        return [tooHigh.Select((e, j) => e * data.X[0, j]).Average(), tooHigh.Select((e, j) => e * data.X[1, j]).Average(),
            tooHigh.Average()];
    }

    /// <summary>Clouds of unequal size, so that the bias has a slope from the first step on.</summary>
    private static Dataset Shifted() => Datasets.Blobs(40, spread: 1.5, seed: 7)
        .Subset([.. Enumerable.Range(0, 40).Where(j => j % 2 == 0 || j < 16)]);

    private static double Mean((double[] A, double[] Y) t, Func<double, double, double> loss) => t.A.Zip(t.Y, loss).Average();

    private static (Matrix<double> W, Matrix<double> X, Vector<double> B) Layer(int units, int inputs, int examples) =>
    (
        Matrix<double>.Build.Dense(units, inputs, (i, j) => 0.5 + i - 0.7 * j),
        Matrix<double>.Build.Dense(inputs, examples, (i, j) => 0.3 * j - i + 0.1),
        Vector<double>.Build.Dense(units, i => 2 - 1.5 * i)
    );
}

namespace ShallowNet.Notebooks;

/// <summary>Checks the exercises of chapter 1, from one unit to a network.</summary>
public static class Check01
{
    /// <summary>Checks exercise 1.1: the parameters of a sigmoid unit, started at 0, after some steps, given data, α and epochs.</summary>
    public static CheckResult TrainUnit(Func<Dataset, double, int, (double w1, double w2, double b)> answer) => Exercise.Check(answer,
        new("1.1", "twenty steps in a loop", "{0}, α = {1}, epochs = {2}"),
        [(Datasets.Blobs(60, spread: 2, seed: 5), 0.1, 1), (Datasets.Blobs(60, spread: 2, seed: 6), 0.1, 20), (Shifted(), 0.5, 7)], AskUnit,
        (Steps(Down), "In each epoch: the three slopes at the parameters as they are, then v := v − α dv for all three."),
        (Steps((v, dv, α) => v + α * dv), "Your steps go uphill: the slope is subtracted, v := v − α dv."),
        (Steps((v, dv, _) => v - dv), "The learning rate is missing: v := v − α dv."),
        (Steps((_, dv, α) => -α * dv), "Each step forgets where it stood: the old value belongs on the right, v := v − α dv."),
        (Steps(Down, moveBias: false), "The weights move, the bias does not: b := b − α db."),
        (Steps(Down, epochs => epochs - 1), "One step is missing: count the epochs from 0 to epochs − 1."),
        (Steps(Down, epochs => epochs + 1), "One step too many: count the epochs from 0 to epochs − 1."),
        (Steps(Down, _ => 20), "Use the argument epochs: it is not always 20."),
        (Steps(Down, _ => 1), "That is one step only: the slopes and the step belong in the loop."),
        ((data, α, epochs) => Steps((_, dv, _) => -epochs * α * dv, _ => 1)(data, α, epochs),
            "The slopes are taken once, before the loop. They change with every step: take them inside the loop."));

    /// <summary>Checks exercise 1.2: the x2 at which a unit is undecided, given x1, w1, w2 and b.</summary>
    public static CheckResult LineAt(Func<double, double, double, double, double> answer) => Exercise.Check(answer,
        new("1.2", "find the line", "x1 = {0}, w1 = {1}, w2 = {2}, b = {3}"), [(1, 2, 4, 3), (0, 1, 2, -1), (-2, 0.5, -3, 1), (3, 0, 2, 5)],
        ((x1, w1, w2, b) => -(w1 * x1 + b) / w2, "On the line z = 0. Solve w1 x1 + w2 x2 + b = 0 for x2."),
        ((x1, w1, w2, b) => (w1 * x1 + b) / w2,
            "The sign is turned: w1 x1 + b goes to the other side of the equation and changes its sign."),
        ((x1, w1, w2, b) => -(w1 * x1) / w2 + b, "The bias is divided by w2, too."),
        ((x1, w1, w2, b) => -w1 * x1 + b / w2, "All of w1 x1 + b changes its sign and is divided by w2: put it in parentheses."),
        ((x1, w1, w2, _) => -w1 * x1 / w2, "The bias is missing: it shifts the line."),
        ((x1, w1, w2, b) => (-w1 * x1 + b) / w2,
            "The bias changes its sign as well when it goes to the other side: put w1 x1 + b in parentheses."),
        ((x1, w1, _, b) => -(w1 * x1 + b) / w1, "Divide by the weight of x2, which is w2."),
        ((x1, w1, _, b) => w1 * x1 + b, "That is z without the part of x2. Asked is the x2 for which z = 0."));

    /// <summary>Checks exercise 1.3: the mean of −ln of the probabilities of the true classes, given activations and targets.</summary>
    public static CheckResult CostOf(Func<double[], double[], double> answer) => Exercise.Check(answer,
        new("1.3", "the cost of many answers", "a = {0}, y = {1}"),
        [([0.9], [1]), ([0.9], [0]), ([0.5, 0.5], [1, 0]), ([0.8, 0.3, 0.6, 0.1], [1, 0, 0, 1])],
        (Mean(LossOf), "The probability of the true class is a where y = 1 and 1 − a where y = 0; take the mean of −ln of it."),
        (Mean((p, t) => Math.Log(t == 1 ? p : 1 - p)), "The minus is missing: the logarithm of a probability is negative, a loss is not."),
        (Mean((p, t) => -Math.Log10(t == 1 ? p : 1 - p)), "Math.Log10 is another logarithm. ln is Math.Log."),
        (Mean((p, t) => -Math.Log2(t == 1 ? p : 1 - p)), "Math.Log2 is another logarithm. ln is Math.Log."),
        (Mean((p, t) => -Math.Log(t == 0 ? p : 1 - p)), "a and 1 − a are exchanged: a is the probability of class 1."),
        (Mean((p, _) => -Math.Log(p)), "Where y = 0 the true class got 1 − a, not a."),
        (Mean((p, t) => t == 1 ? -Math.Log(p) : 0), "Examples with y = 0 have a loss, too: −ln(1 − a)."),
        ((a, y) => Mean(LossOf)(a, y) * a.Length, "That is the sum of the losses. The cost is their mean."),
        (Mean((p, t) => (p - t) * (p - t)),
            "That is the mean squared error. The loss of this chapter is −ln of the probability of the true class."),
        (Mean((p, t) => Math.Abs(p - t)),
            "That is the mean distance from the target. The loss of this chapter is −ln of the probability of the true class."));

    /// <summary>Checks exercise 1.4: W X with b added to every column, given W (units × inputs), X (inputs × examples) and b.</summary>
    public static CheckResult Sums(Func<Matrix<double>, Matrix<double>, Vector<double>, Matrix<double>> answer) => Exercise.Check(answer,
        new("1.4", "the sums of a layer", "{0} units, {1} inputs, {2} examples") { OfLayers = true },
        [(3, 2, 5), (2, 2, 2), (1, 3, 4), (4, 2, 1)], AskLayer,
        ((W, X, b) => (W * X).MapIndexed((i, _, z) => z + b[i]),
            "W * X first; then entry (i, j) gets b[i], since row i belongs to unit i."),
        ((W, X, _) => W * X, "The biases are missing: b is added to every column of W X."),
        ((W, X, b) => (W * X).MapIndexed((_, j, z) => z + b[j % b.Count]),
            "Columns are examples. Entry (i, j) belongs to unit i and gets b[i], not b[j]."),
        ((W, X, b) => (W * X).MapIndexed((i, j, z) => z + (j == 0 ? b[i] : 0)),
            "The bias belongs to every column, not to the first alone."),
        ((W, X, b) => (W * X).MapIndexed((i, _, z) => z - b[i]), "The bias is added, not subtracted."),
        ((W, X, b) => (W * X).MapIndexed((i, _, z) => Math.Tanh(z + b[i])),
            "That is A. Asked are the sums Z, before the activation function."));

    private static double[] AskUnit(Func<Dataset, double, int, (double, double, double)> train, (Dataset Data, double Rate, int Epochs) t)
    {
        var (w1, w2, b) = train(t.Data, t.Rate, t.Epochs);
        return [w1, w2, b];
    }

    private static double Down(double v, double dv, double α) => v - α * dv;

    private static Func<Dataset, double, int, (double w1, double w2, double b)> Steps(
        Func<double, double, double, double> step, Func<int, int>? count = null, bool moveBias = true) => (data, α, epochs) =>
        {
            var (w1, w2, b) = (0.0, 0.0, 0.0);
            for (var epoch = 0; epoch < (count?.Invoke(epochs) ?? epochs); epoch++)
            {
                double[] e = [.. Enumerable.Range(0, data.M)
                    .Select(j => Activation.Sigmoid.Value(w1 * data.X[0, j] + w2 * data.X[1, j] + b) - data.Y[0, j])];
                w1 = step(w1, e.Select((tooHigh, j) => tooHigh * data.X[0, j]).Average(), α);
                w2 = step(w2, e.Select((tooHigh, j) => tooHigh * data.X[1, j]).Average(), α);
                b = moveBias ? step(b, e.Average(), α) : 0;
            }
            return (w1, w2, b);
        };

    /// <summary>Clouds of unequal size, so that the bias has a slope from the first step on.</summary>
    private static Dataset Shifted() => Datasets.Blobs(40, spread: 1.5, seed: 7)
        .Subset([.. Enumerable.Range(0, 40).Where(j => j % 2 == 0 || j < 16)]);

    private static Func<double[], double[], double> Mean(Func<double, double, double> loss) => (a, y) => a.Zip(y, loss).Average();

    private static double LossOf(double p, double t) => -Math.Log(t == 1 ? p : 1 - p);

    private static T AskLayer<T>(Func<Matrix<double>, Matrix<double>, Vector<double>, T> sums, (int Units, int Inputs, int Examples) t) =>
        sums(Matrix<double>.Build.Dense(t.Units, t.Inputs, (i, j) => 0.5 + i - 0.7 * j),
            Matrix<double>.Build.Dense(t.Inputs, t.Examples, (i, j) => 0.3 * j - i + 0.1),
            Vector<double>.Build.Dense(t.Units, i => 2 - 1.5 * i));
}

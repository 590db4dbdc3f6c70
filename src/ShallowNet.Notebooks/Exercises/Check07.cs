using MathNet.Numerics.LinearAlgebra;

namespace ShallowNet.Notebooks;

/// <summary>Checks the exercises of chapter 7, gradient descent.</summary>
public static class Check07
{
    private const double AccuracyWanted = 0.95;
    private const string Reached = "95 % or more";
    private const string Guessing = "less than 70 %: hardly better than guessing";
    private const string Straight = "70 to 95 %: what a nearly straight boundary gets";

    private static readonly IReadOnlyList<Case> Cases = [SmallCase(2, 3, 1, 4), SmallCase(3, 2, 2, 5), SmallCase(1, 4, 1, 1)];

    private static readonly Exercise<Case, Matrix<double>> ForwardExercise = new("7.1", "the forward pass")
    {
        Cases = Cases,
        Solution = t => t.Net.Forward(t.X).A2,
        Hint = "Z1 = W1 X + b1, A1 = tanh(Z1), Z2 = W2 A1 + b2, A2 = σ(Z2), with b1 and b2 added to every column.",
        Describe = Describe,
        Mistakes =
        [
            (t => Forward(t, Activation.Tanh, Activation.Sigmoid, b1: false, b2: true), "b1 is missing: Z1 = W1 X + b1, with b1 added to every column."),
            (t => Forward(t, Activation.Tanh, Activation.Sigmoid, b1: true, b2: false), "b2 is missing: Z2 = W2 A1 + b2, with b2 added to every column."),
            (t => Forward(t, Activation.Tanh, Activation.Sigmoid, b1: false, b2: false), "Both biases are missing: Z1 = W1 X + b1 and Z2 = W2 A1 + b2."),
            (t => Forward(t, Activation.Sigmoid, Activation.Sigmoid, b1: true, b2: true), "The hidden layer is tanh here: A1 = tanh(Z1). Only the output is a sigmoid."),
            (t => Forward(t, Activation.Tanh, Activation.Identity, b1: true, b2: true), "You returned Z2. The answer is A2 = σ(Z2)."),
            (t => Forward(t, Activation.Tanh, Activation.Tanh, b1: true, b2: true), "The output is a sigmoid: A2 = σ(Z2), not tanh(Z2)."),
        ],
    };

    private static readonly Exercise<(Matrix<double> A2, Matrix<double> Y), double> CostExercise = new("7.2", "the cost")
    {
        Cases =
        [
            (Row(0.9, 0.2, 0.6), Row(1, 0, 1)),
            (Row(0.5), Row(0)),
            (Row(0.1, 0.3, 0.99, 0.5), Row(1, 1, 0, 0)),
        ],
        Solution = t => Cost(t.A2, t.Y, Math.Log) / t.A2.ColumnCount,
        Hint = "J = −(1/m) Σ [ y log a + (1 − y) log(1 − a) ], with the natural logarithm and the sum over the m examples.",
        Describe = t => $"A2 = {ValueText.Of(t.A2)}, Y = {ValueText.Of(t.Y)}",
        Mistakes =
        [
            (t => Cost(t.A2, t.Y, Math.Log), "You return the sum; J is the mean over the m examples."),
            (t => -Cost(t.A2, t.Y, Math.Log) / t.A2.ColumnCount, "The minus sign is missing: logarithms of probabilities are negative, J is positive."),
            (t => -t.Y.PointwiseMultiply(t.A2.PointwiseLog()).RowSums().Sum() / t.A2.ColumnCount, "Only examples with y = 1 count in your sum. Those with y = 0 add (1 − y) log(1 − a)."),
            (t => Cost(t.A2, t.Y, Math.Log2) / t.A2.ColumnCount, "The logarithm is the natural one, Math.Log, not Math.Log2."),
            (t => Cost(t.A2, t.Y, Math.Log10) / t.A2.ColumnCount, "The logarithm is the natural one, Math.Log, not Math.Log10."),
        ],
    };

    private static readonly Exercise<Case, Gradients> SixEquationsExercise = new("7.3", "the six equations")
    {
        Cases = Cases,
        Solution = t => t.Net.Gradients(t.X, t.Y),
        Hint = "dZ2 = A2 − Y; dW2 = dZ2 A1ᵀ / m; db2 = row sums of dZ2 / m; dZ1 = W2ᵀ dZ2 ∘ (1 − A1²); dW1 = dZ1 Xᵀ / m; db1 = row sums of dZ1 / m.",
        Describe = Describe,
        Mistakes =
        [
            (t => Backward(t, pass => 1 - pass.A1.PointwisePower(2), 1), "Every gradient is a mean over the m examples: divide dW1, db1, dW2 and db2 by m."),
            (t => Backward(t, pass => 1 - pass.Z1.PointwisePower(2), t.X.ColumnCount), "The slope of tanh is 1 − a² with a = tanh(z): square A1, not Z1."),
            (t => Backward(t, pass => pass.A1.PointwiseMultiply(1 - pass.A1), t.X.ColumnCount), "a (1 − a) is the slope of the sigmoid. The hidden layer is tanh: 1 − A1²."),
            (t => Backward(t, pass => (0 * pass.A1) + 1, t.X.ColumnCount), "dZ1 lacks the slope of the hidden layer: dZ1 = W2ᵀ dZ2 ∘ (1 − A1²)."),
            (t => Negative(t.Net.Gradients(t.X, t.Y)), "Every sign is turned round: dZ2 is A2 − Y, not Y − A2."),
        ],
    };

    private static readonly Exercise<(Matrix<double> A2, Matrix<double> Y), Matrix<double>> SquaredErrorExercise = new("7.4", "another cost")
    {
        Cases = [(Row(0.9, 0.2, 0.6), Row(1, 0, 1)), (Row(0.5), Row(0)), (Row(0.01, 0.3, 0.99), Row(1, 1, 0))],
        Solution = t => (t.A2 - t.Y).PointwiseMultiply(t.A2).PointwiseMultiply(1 - t.A2),
        Hint = "Chain rule: dL/dz = dL/da · da/dz with dL/da = a − y and da/dz = a (1 − a).",
        Describe = t => $"A2 = {ValueText.Of(t.A2)}, Y = {ValueText.Of(t.Y)}",
        Mistakes =
        [
            (t => t.A2 - t.Y, "A2 − Y is dL/da. One factor of the chain is left: da/dz = a (1 − a). (With cross-entropy that factor cancels; here it stays.)"),
            (t => t.A2.PointwiseMultiply(1 - t.A2), "That is da/dz alone. The other factor is dL/da = a − y."),
            (t => (t.A2 - t.Y).PointwiseMultiply(t.A2).PointwiseMultiply(1 - t.A2) / t.A2.ColumnCount, "Leave the 1/m to dW2 and db2: dZ2 holds one derivative per example."),
            (t => (t.A2 - t.Y).PointwiseMultiply(t.A2), "The slope of the sigmoid has two factors, a and 1 − a."),
            (t => 2 * (t.A2 - t.Y).PointwiseMultiply(t.A2).PointwiseMultiply(1 - t.A2), "The loss here is ½ (a − y)²: the ½ and the 2 of the square cancel."),
        ],
    };

    private static readonly Exercise<int, string> MoonsExercise = new("7.5", "train it yourself")
    {
        Cases = [1, 2],
        Solution = _ => Reached,
        Hint = "Watch the cost: if it hardly moves, raise α or the number of epochs; if it jumps, lower α. A hidden layer of a few tanh or ReLU units is enough.",
        Describe = seed => $"moons drawn with seed {seed}; judged on 1000 fresh points",
        TimeLimit = TimeSpan.FromSeconds(20),
        Mistakes =
        [
            (_ => Guessing, "The network has hardly learned. Did you train it and return it? If so, the cost has not moved far: raise the learning rate, the number of epochs or the size of the starting weights."),
            (_ => Straight, "A straight boundary gets this far on the moons. The network needs a hidden layer that is not linear, and enough epochs at a larger α to bend its boundary."),
        ],
    };

    /// <summary>Checks exercise 7.1: A2 of a network with a tanh hidden layer and a sigmoid output, given X, W1, b1, W2 and b2.</summary>
    public static CheckResult Forward(Func<Matrix<double>, Matrix<double>, Vector<double>, Matrix<double>, Vector<double>, Matrix<double>> answer) =>
        ForwardExercise.Check(answer is null ? null : t => answer(t.X.Clone(), t.Net.W1.Clone(), t.Net.b1.Clone(), t.Net.W2.Clone(), t.Net.b2.Clone()));

    /// <summary>Checks exercise 7.2: the binary cross-entropy of A2 and Y, both 1 × m.</summary>
    public static CheckResult Cost(Func<Matrix<double>, Matrix<double>, double> answer) =>
        CostExercise.Check(answer is null ? null : t => answer(t.A2.Clone(), t.Y.Clone()));

    /// <summary>Checks exercise 7.3: the gradients of a network with a tanh hidden layer, given X, Y, the forward pass and W2.</summary>
    public static CheckResult SixEquations(Func<Matrix<double>, Matrix<double>, ForwardPass, Matrix<double>, Gradients> answer) =>
        SixEquationsExercise.Check(answer is null ? null : t => answer(t.X.Clone(), t.Y.Clone(), t.Net.Forward(t.X), t.Net.W2.Clone()));

    /// <summary>Checks exercise 7.4: dZ2 of the loss ½ (a − y)² with a sigmoid output, given A2 and Y.</summary>
    public static CheckResult SquaredErrorOutput(Func<Matrix<double>, Matrix<double>, Matrix<double>> answer) =>
        SquaredErrorExercise.Check(answer is null ? null : t => answer(t.A2.Clone(), t.Y.Clone()));

    /// <summary>Checks exercise 7.5: a network trained on the moons that it is handed, judged on fresh ones.</summary>
    public static CheckResult Moons(Func<Dataset, Network> answer) =>
        MoonsExercise.Check(answer is null ? null : seed => Judge(answer(Datasets.Moons(seed: seed)), Datasets.Moons(1000, seed: seed + 100)));

    private static string Judge(Network? net, Dataset fresh) => net?.Accuracy(fresh.X, fresh.Y) switch
    {
        null => "null: return the trained network",
        >= AccuracyWanted => Reached,
        < 0.7 => Guessing,
        _ => Straight,
    };

    private static double Cost(Matrix<double> A2, Matrix<double> Y, Func<double, double> log) =>
        -A2.MapIndexed((i, j, a) => (Y[i, j] * log(a)) + ((1 - Y[i, j]) * log(1 - a))).RowSums().Sum();

    private static Matrix<double> Forward(Case t, Activation hidden, Activation output, bool b1, bool b2)
    {
        Vector<double> ones = Vector<double>.Build.Dense(t.X.ColumnCount, 1);
        Matrix<double> A1 = hidden.Value((t.Net.W1 * t.X) + (b1 ? 1 : 0) * t.Net.b1.OuterProduct(ones));
        return output.Value((t.Net.W2 * A1) + (b2 ? 1 : 0) * t.Net.b2.OuterProduct(ones));
    }

    private static Gradients Backward(Case t, Func<ForwardPass, Matrix<double>> slope, double m)
    {
        ForwardPass pass = t.Net.Forward(t.X);
        Matrix<double> dZ2 = pass.A2 - t.Y;
        Matrix<double> dZ1 = (t.Net.W2.Transpose() * dZ2).PointwiseMultiply(slope(pass));
        return new Gradients(dZ1 * t.X.Transpose() / m, dZ1.RowSums() / m, dZ2 * pass.A1.Transpose() / m, dZ2.RowSums() / m);
    }

    private static Gradients Negative(Gradients g) => new(-g.dW1, -g.db1, -g.dW2, -g.db2);

    private static Matrix<double> Row(params double[] numbers) => Matrix<double>.Build.Dense(1, numbers.Length, numbers);

    private static string Describe(Case t) => $"{t.Net}, {t.X.ColumnCount} {(t.X.ColumnCount == 1 ? "example" : "examples")}";

    private static Case SmallCase(int nx, int nh, int ny, int m)
    {
        var random = new Random(7);
        Matrix<double> X = Matrix<double>.Build.Dense(nx, m, (_, _) => (4 * random.NextDouble()) - 2);
        Matrix<double> Y = Matrix<double>.Build.Dense(ny, m, (i, j) => (i + j) % 2);
        return new Case(new Network(nx, nh, ny, initializer: Initializer.Gaussian(1), seed: 7, bias: 0.5), X, Y);
    }

    private sealed record Case(Network Net, Matrix<double> X, Matrix<double> Y);
}

using static ShallowNet.Notebooks.MatrixErrors;

namespace ShallowNet.Notebooks;

/// <summary>Checks the exercises of chapter 7, gradient descent.</summary>
public static class Check07
{
    private const double AccuracyWanted = 0.95;
    private const string Reached = "95% or more";
    private const string Guessing = "less than 70%: hardly better than guessing";
    private const string Straight = "70% to 95%: what a nearly straight boundary gets";

    private static readonly IReadOnlyList<Case> Cases = [SmallCase(2, 3, 1, 4), SmallCase(3, 2, 2, 5), SmallCase(1, 4, 1, 1)];

    private static readonly Exercise<Case, Matrix<double>> ForwardExercise = new("7.1", "the forward pass")
    {
        Cases = Cases,
        Solution = t => t.Net.Forward(t.X).A2,
        Hint = "Layer by layer: the products, the biases to every column, the activation. The table of 7.1 has the shape of each result.",
        Describe = Describe,
        Mistakes =
        [
            (t => Forward(t, Activation.Tanh, Activation.Sigmoid, b1: false, b2: true),
                "b1 is missing: Z1 = W1 X + b1, with b1 added to every column."),
            (t => Forward(t, Activation.Tanh, Activation.Sigmoid, b1: true, b2: false),
                "b2 is missing: Z2 = W2 A1 + b2, with b2 added to every column."),
            (t => Forward(t, Activation.Tanh, Activation.Sigmoid, b1: false, b2: false),
                "Both biases are missing: Z1 = W1 X + b1 and Z2 = W2 A1 + b2."),
            (t => Forward(t, Activation.Sigmoid, Activation.Sigmoid, b1: true, b2: true),
                "The hidden layer is tanh here: A1 = tanh(Z1). Only the output is a sigmoid."),
            (t => Forward(t, Activation.Identity, Activation.Sigmoid, b1: true, b2: true),
                "The hidden layer has no activation: A1 = tanh(Z1), and only then W2 A1."),
            (t => Forward(t, Activation.Tanh, Activation.Identity, b1: true, b2: true), "You returned Z2. The answer is A2 = σ(Z2)."),
            (t => Forward(t, Activation.Tanh, Activation.Tanh, b1: true, b2: true), "The output is a sigmoid: A2 = σ(Z2), not tanh(Z2)."),
        ],
    };

    private static readonly Exercise<(Matrix<double> Z2, Matrix<double> Y), double> CostExercise = new("7.2", "the cost")
    {
        Cases =
        [
            (Rows([2, -1, 0.5]), Rows([1, 0, 1])),
            (Rows([0.25, -3, 1, 0], [-0.5, 2, 4, -1]), Rows([1, 1, 0, 0], [0, 1, 0, 1])),
            (Rows([40, -40], [3, -1]), Rows([1, 0], [0, 1])),
            (Rows([800, -800, 800]), Rows([1, 0, 0])),
        ],
        Solution = t => Cost(t, Softplus, (z, y) => z * y) / t.Y.ColumnCount,
        Hint = "One loss for each entry of Z2. Add up the outputs, average over the examples, and think of z = 800.",
        Describe = t => $"Z2 = {ValueText.Of(t.Z2)}, Y = {ValueText.Of(t.Y)}",
        Mistakes =
        [
            (t => Cost(t, Softplus, (z, y) => z * y), "You return the sum; J is the mean over the m examples."),
            (t => Cost(t, Softplus, (z, y) => z * y) / t.Y.ColumnCount / t.Y.RowCount,
                "You average over all entries. Over the examples J is a mean, over the outputs a sum: divide by m, the number of "
                    + "columns, alone."),
            (t => Cost(t, Softplus, (z, y) => z * y) / t.Y.RowCount,
                "You divide by the number of rows, the outputs. J is the mean over the examples, which are columns."),
            (t => -Cost(t, Softplus, (z, y) => z * y) / t.Y.ColumnCount, "The sign is reversed: a loss is positive."),
            (t => Cost(t, Softplus, (_, _) => 0) / t.Y.ColumnCount, "The targets are missing: the loss of an output is softplus(z) − z y."),
            (t => Cost(t, z => Softplus(-z), (_, _) => 0) / t.Y.ColumnCount,
                "The targets are missing: −ln σ(z) is the loss where y = 1 only."),
            (t => Cost(t, z => Math.Log(1 + Math.Exp(z)), (z, y) => z * y) / t.Y.ColumnCount,
                "Right on paper, but e^z overflows at z = 800. Write softplus as max(z, 0) + ln(1 + e^−|z|)."),
            (t => Textbook(t, Math.Log) / t.Y.ColumnCount,
                "Right on paper, but at z = 40 a is exactly 1 in the computer and (1 − y) ln(1 − a) is 0 · ln 0. Use softplus(z) − z y, "
                    + "which takes no logarithm of 0."),
            (t => Textbook(t, Math.Log) / t.Y.Enumerate().Count(),
                "Two things: the mean is over the examples alone, and (1 − y) ln(1 − a) meets 0 · ln 0 at z = 40. Use softplus(z) − z y."),
            (t => Cost(t, z => Softplus(z) / Math.Log(2), (z, y) => z * y / Math.Log(2)) / t.Y.ColumnCount,
                "The logarithm is the natural one, Math.Log, not Math.Log2."),
            (t => Cost(t, z => Activation.Sigmoid.Value(z), (z, y) => Activation.Sigmoid.Value(z) * y) / t.Y.ColumnCount,
                "That is no loss: softplus(z) is ln(1 + e^z), not σ(z)."),
        ],
    };

    private static readonly Exercise<Descent, Parameters> LoopExercise = new("7.3", "the training loop")
    {
        Cases = [new(Cases[0], 0.5, 1), new(Cases[0], 0.5, 6), new(Cases[1], 0.2, 3)],
        Solution = t => Train(t, (p, _) => Backward(t.Case, p)),
        Hint = "In each epoch: the forward pass with the parameters as they are, the six equations, then one step for all four.",
        Describe = t => $"{Describe(t.Case)}, α = {ValueText.Of(t.Rate)}, {t.Epochs} {(t.Epochs == 1 ? "epoch" : "epochs")}",
        Mistakes =
        [
            (t => Train(t, (p, _) => Times(Backward(t.Case, p), -1, -1, -1, -1)),
                "Your steps go uphill: the slopes are subtracted, and dZ2 is A2 − Y."),
            (t => Train(t with { Rate = 1 }, (p, _) => Backward(t.Case, p)), "The learning rate is missing: W := W − α dW."),
            .. WithWrongShare<Descent, Parameters>(Shared, t => t.Case.M, names =>
                $"The 1/m is missing in {names}: J is a mean over the examples, so each slope is one, too."),
            .. WithWrongShare<Descent, Parameters>(
                Shared, t => 1 / t.Case.M, names =>
                    $"The 1/m stands twice in {names}: dZ2 and dZ1 belong to each example by itself, only dW and db are divided by m."),
            (t => Train(t, (p, _) => Times(Backward(t.Case, p), db1: 0, db2: 0)), "The weights move, the biases do not: b := b − α db."),
            (t => Train(t, (p, _) => Times(Backward(t.Case, p), dW1: 0, db1: 0)),
                "Only the output layer moves: W1 and b1 take a step, too."),
            (t => Train(t, (p, _) => Backward(t.Case, p, (_, A1) => 0 * A1 + 1)), "dZ1 lacks the slope of the hidden layer, 1 − A1²."),
            (t => Train(t, (p, _) => Backward(t.Case, p, (Z1, _) => 1 - Z1.PointwisePower(2))),
                "The slope of tanh is 1 − a² with a = tanh(z): square A1, not Z1."),
            (t => Train(t, (p, _) => Backward(t.Case, p, (_, A1) => A1.PointwiseMultiply(1 - A1))),
                "a (1 − a) is the slope of the sigmoid. The hidden layer is tanh: 1 − A1²."),
            (t => Train(t, (p, _) => Backward(t.Case, p, squaredError: true)),
                "The factor a (1 − a) is too much in dZ2: with the cross-entropy it cancels, and dZ2 is A2 − Y."),
            (W2First, "You move W2 before dZ1 is computed from it. All slopes first, then all steps: dZ1 needs the W2 of this forward "
                + "pass."),
            (t => Train(t with { Epochs = t.Epochs - 1 }, (p, _) => Backward(t.Case, p)),
                "One step is missing: count the epochs from 0 to epochs − 1."),
            (t => Train(t with { Epochs = t.Epochs + 1 }, (p, _) => Backward(t.Case, p)),
                "One step too many: count the epochs from 0 to epochs − 1."),
            (t => Train(t with { Epochs = 1 }, (p, _) => Backward(t.Case, p)),
                "That is one step only: the forward pass, the equations and the step belong in the loop."),
            (t => Train(t, (_, start) => Backward(t.Case, start)),
                "The slopes are taken once, before the loop. They change with every step: forward pass and equations belong in the loop."),
            (t => t.Case.Net.Parameters,
                "You return the start unchanged: return new Parameters(W1, b1, W2, b2) with what the loop made of them."),
        ],
    };

    private static readonly Exercise<Case, Gradients> SixEquationsExercise = new("7.4", "the six equations")
    {
        Cases = [.. Cases, SmallCase(2, 3, 1, 4, Activation.Sigmoid), SmallCase(3, 2, 2, 5, Activation.LeakyReLU(0.1))],
        Solution = t => t.Right,
        Hint = "From the output back: first what belongs to each example, then the means. Each derivative has the shape of its "
            + "parameter, and g is handed to you.",
        Describe = Describe,
        Mistakes =
        [
            .. WithWrongShare<Case, Gradients>(Shared, t => t.M, names =>
                $"The 1/m is missing in {names}: J is a mean over the examples, so each slope is one, too."),
            .. WithWrongShare<Case, Gradients>(
                Shared, t => 1 / t.M, names =>
                    $"The 1/m stands twice in {names}: dZ2 and dZ1 belong to each example by itself, only dW and db are divided by m."),
            (t => Backward(t, t.Net.Parameters, (_, A1) => 1 - A1.PointwisePower(2)),
                "1 − A1² is the slope of tanh. The hidden layer may have another activation here: use g.Derivative."),
            (t => Backward(t, t.Net.Parameters, (_, A1) => t.Net.Hidden.Derivative(A1)),
                "You take the slope at a. g' belongs to the sums: g.Derivative(pass.Z1), not of A1."),
            (t => Backward(t, t.Net.Parameters, (Z1, _) => t.Net.Hidden.Value(Z1)),
                "You multiply by g(Z1). The chain rule wants the slope, g'(Z1): g.Derivative, not g.Value."),
            (t => Backward(t, t.Net.Parameters, (Z1, _) => 1 - Z1.PointwisePower(2)),
                "1 − a² with a = tanh(z) is the slope of tanh, and here you square Z1. For any activation it is g.Derivative(pass.Z1)."),
            (t => Backward(t, t.Net.Parameters, (_, A1) => A1.PointwiseMultiply(1 - A1)),
                "a (1 − a) is the slope of the sigmoid. The hidden layer may have another activation: use g.Derivative."),
            (t => Backward(t, t.Net.Parameters, (_, A1) => 0 * A1 + 1), "dZ1 lacks the slope of the hidden layer: g'(Z1), entry by entry."),
            (t => Backward(t, t.Net.Parameters, squaredError: true),
                "The factor a (1 − a) is too much in dZ2: with the cross-entropy it cancels."),
            (t => Times(t.Right, -1, -1, -1, -1), "Every sign is reversed: dZ2 is A2 − Y, not Y − A2."),
            (t => t.Right with { dW2 = (t.Net.Forward(t.X).A2 - t.Y) * t.Net.Forward(t.X).Z1.Transpose() / t.M },
                "dW2 is made with Z1. The weights of the output multiply A1."),
            (t => t.Right with { dW1 = t.Right.dW1.Transpose(), dW2 = t.Right.dW2.Transpose() },
                "dW1 and dW2 are transposed: each has the shape of its W."),
            (t => t.Right with { dW1 = t.Right.dW1.Transpose() },
                "dW1 is transposed: dZ1 stands on the left, the transpose of X on the right."),
            (t => t.Right with { dW2 = t.Right.dW2.Transpose() },
                "dW2 is transposed: dZ2 stands on the left, the transpose of A1 on the right."),
            (t => new(t.Right.dW2, t.Right.db2, t.Right.dW1, t.Right.db1), "The layers are exchanged: the order is dW1, db1, dW2, db2."),
        ],
    };

    private static readonly Exercise<(Matrix<double> A2, Matrix<double> Y), Matrix<double>> SquaredErrorExercise =
        new("7.5", "another cost")
        {
            Cases = [(Rows([0.9, 0.2, 0.6]), Rows([1, 0, 1])), (Rows([0.5]), Rows([0])), (Rows([0.01, 0.3, 0.99]), Rows([1, 1, 0]))],
            Solution = t => (t.A2 - t.Y).PointwiseMultiply(t.A2).PointwiseMultiply(1 - t.A2),
            Hint = "The chain rule, from L to a and from a to z. Both links have changed or stayed: which?",
            Describe = t => $"A2 = {ValueText.Of(t.A2)}, Y = {ValueText.Of(t.Y)}",
            Mistakes =
        [
            (t => t.A2 - t.Y, "A2 − Y is ∂L/∂a. One factor of the chain is left: ∂a/∂z = a (1 − a). (With cross-entropy that factor "
                + "cancels; here it stays.)"),
            (t => t.A2.PointwiseMultiply(1 - t.A2), "That is ∂a/∂z alone. The other factor is ∂L/∂a = a − y."),
            (t => (t.A2 - t.Y).PointwiseMultiply(t.A2).PointwiseMultiply(1 - t.A2) / t.A2.ColumnCount,
                "Leave the 1/m to dW2 and db2: dZ2 holds one derivative per example."),
            (t => (t.A2 - t.Y).PointwiseMultiply(t.A2), "The slope of the sigmoid has two factors, a and 1 − a."),
            (t => (t.A2 - t.Y).PointwiseMultiply(1 - t.A2), "The slope of the sigmoid has two factors, a and 1 − a."),
            (t => (t.A2 - t.Y).PointwiseMultiply(1 - t.A2.PointwisePower(2)),
                "1 − a² is the slope of tanh. The output is a sigmoid: a (1 − a)."),
            (t => (t.A2 - t.Y).PointwiseMultiply(Activation.Sigmoid.Derivative(t.A2)),
                "You take the sigmoid's slope at a. It belongs to z, and with a = σ(z) it is a (1 − a)."),
            (t => 2 * (t.A2 - t.Y).PointwiseMultiply(t.A2).PointwiseMultiply(1 - t.A2),
                "The loss here is ½ (a − y)²: the ½ and the 2 of the square cancel."),
            (t => 0.5 * (t.A2 - t.Y).PointwiseMultiply(t.A2).PointwiseMultiply(1 - t.A2),
                "The derivative of the square brings a 2, which cancels the ½."),
            (t => (t.Y - t.A2).PointwiseMultiply(t.A2).PointwiseMultiply(1 - t.A2), "The sign is reversed: ∂L/∂a is a − y."),
        ],
        };

    private static readonly Exercise<int, string> MoonsExercise = new("7.6", "train it yourself")
    {
        Cases = [1, 2],
        Solution = _ => Reached,
        Hint = "Watch the cost: if it hardly moves, raise α or the number of epochs; if it jumps, lower α. A hidden layer of a few tanh "
            + "or ReLU units is enough.",
        Describe = seed => $"moons drawn with seed {seed}; judged on 1000 fresh points",
        TimeLimit = TimeSpan.FromSeconds(20),
        Mistakes =
        [
            (_ => Guessing, "The network has hardly learned. Did you train it and return it? If so, the cost has not moved far: raise "
                + "the learning rate, the number of epochs or the size of the starting weights."),
            (_ => Straight, "A straight boundary gets this far on the moons. The network needs a hidden layer that is not linear, and "
                + "enough epochs at a larger α to bend its boundary."),
        ],
    };

    /// <summary>Checks exercise 7.1: A2 of a network with a tanh hidden layer and a sigmoid output, given X, W1, b1, W2 and b2.</summary>
    public static CheckResult Forward(Func<Matrix<double>, Matrix<double>, Vector<double>, Matrix<double>, Vector<double>,
        Matrix<double>> answer) =>
        ForwardExercise.Check(answer is null ? null : t =>
            Explained(() => answer(t.X.Clone(), t.Net.W1.Clone(), t.Net.b1.Clone(), t.Net.W2.Clone(), t.Net.b2.Clone())));

    /// <summary>Checks exercise 7.2: the binary cross-entropy of the outputs with the sums Z2 and the targets Y, both ny × m.</summary>
    public static CheckResult Cost(Func<Matrix<double>, Matrix<double>, double> answer) =>
        CostExercise.Check(answer is null ? null : t => Explained(() => answer(t.Z2.Clone(), t.Y.Clone())));

    /// <summary>
    /// Checks exercise 7.3: the parameters of a network with a tanh hidden layer after so many steps, given X, Y, the start, α and the
    /// epochs.
    /// </summary>
    public static CheckResult TrainByHand(Func<Matrix<double>, Matrix<double>, Parameters, double, int, Parameters> answer) =>
        LoopExercise.Check(answer is null ? null : t => Explained(() =>
            answer(t.Case.X.Clone(), t.Case.Y.Clone(), t.Case.Net.Parameters, t.Rate, t.Epochs)));

    /// <summary>Checks exercise 7.4: the gradients of a network, given X, Y, the forward pass, W2 and the hidden activation.</summary>
    public static CheckResult SixEquations(Func<Matrix<double>, Matrix<double>, ForwardPass, Matrix<double>, Activation,
        Gradients> answer) =>
        SixEquationsExercise.Check(answer is null ? null : t =>
            Explained(() => answer(t.X.Clone(), t.Y.Clone(), t.Net.Forward(t.X), t.Net.W2.Clone(), t.Net.Hidden)));

    /// <summary>Checks exercise 7.5: dZ2 of the loss ½ (a − y)² with a sigmoid output, given A2 and Y.</summary>
    public static CheckResult SquaredErrorOutput(Func<Matrix<double>, Matrix<double>, Matrix<double>> answer) =>
        SquaredErrorExercise.Check(answer is null ? null : t => Explained(() => answer(t.A2.Clone(), t.Y.Clone())));

    /// <summary>Checks exercise 7.6: a network trained on the moons that it is handed, judged on fresh ones.</summary>
    public static CheckResult Moons(Func<Dataset, Network> answer) =>
        MoonsExercise.Check(answer is null ? null : seed =>
            Judge(answer(Datasets.Moons(seed: seed)), Datasets.Moons(1000, seed: seed + 100)));

    private static string Judge(Network? net, Dataset fresh) => net?.Accuracy(fresh.X, fresh.Y) switch
    {
        null => "null: return the trained network",
        >= AccuracyWanted => Reached,
        < 0.7 => Guessing,
        _ => Straight,
    };

    private static double Cost((Matrix<double> Z2, Matrix<double> Y) t, Func<double, double> softplus, Func<double, double,
        double> targetPart) =>
        t.Z2.MapIndexed((i, j, z) => softplus(z) - targetPart(z, t.Y[i, j])).RowSums().Sum();

    private static double Textbook((Matrix<double> Z2, Matrix<double> Y) t, Func<double, double> log) =>
        -Activation.Sigmoid.Value(t.Z2).MapIndexed((i, j, a) => t.Y[i, j] * log(a) + (1 - t.Y[i, j]) * log(1 - a)).RowSums().Sum();

    private static double Softplus(double z) => Math.Max(z, 0) + Math.Log(1 + Math.Exp(-Math.Abs(z)));

    private static Matrix<double> Forward(Case t, Activation hidden, Activation output, bool b1, bool b2)
    {
        var ones = Vector<double>.Build.Dense(t.X.ColumnCount, 1);
        var A1 = hidden.Value(t.Net.W1 * t.X + (b1 ? 1 : 0) * t.Net.b1.OuterProduct(ones));
        return output.Value(t.Net.W2 * A1 + (b2 ? 1 : 0) * t.Net.b2.OuterProduct(ones));
    }

    /// <summary>The gradients at p, or what a slip makes of them.</summary>
    /// <param name="t">Network and data.</param>
    /// <param name="p">The parameters.</param>
    /// <param name="slope">What stands for g'(Z1), made from Z1 and A1; the right one if null.</param>
    /// <param name="squaredError">Whether dZ2 has the factor a (1 − a).</param>
    /// <param name="W2Back">What stands for W2 in the fourth equation; W2 if null.</param>
    private static Gradients Backward(
        Case t, Parameters p, Func<Matrix<double>, Matrix<double>, Matrix<double>>? slope = null, bool squaredError = false,
        Matrix<double>? W2Back = null)
    {
        var net = t.Net.Clone();
        net.Parameters = p;
        var pass = net.Forward(t.X);
        var dZ2 = pass.A2 - t.Y;
        if (squaredError)
            dZ2 = dZ2.PointwiseMultiply(pass.A2).PointwiseMultiply(1 - pass.A2);
        var g = slope?.Invoke(pass.Z1, pass.A1) ?? net.Hidden.Derivative(pass.Z1);
        var dZ1 = (W2Back ?? p.W2).TransposeThisAndMultiply(dZ2).PointwiseMultiply(g);
        return new Gradients(dZ1 * t.X.Transpose() / t.M, dZ1.RowSums() / t.M, dZ2 * pass.A1.Transpose() / t.M, dZ2.RowSums() / t.M);
    }

    /// <summary>Each gradient, then each two, three and all four of them, times a factor.</summary>
    private static IEnumerable<(Func<TIn, TOut> Answer, string Hint)> WithWrongShare<TIn, TOut>(
        Func<TIn, double[], TOut> answer, Func<TIn, double> factor, Func<string, string> hint)
    {
        string[] names = ["dW1", "db1", "dW2", "db2"];
        for (var set = 1; set < 1 << names.Length; set++)
        {
            bool[] wrong = [.. names.Select((_, i) => (set >> i & 1) == 1)];
            string[] blamed = [.. names.Where((_, i) => wrong[i])];
            var list = blamed.Length == 1 ? blamed[0] : $"{string.Join(", ", blamed[..^1])} and {blamed[^1]}";
            yield return (t => answer(t, [.. wrong.Select(isWrong => isWrong ? factor(t) : 1)]), hint(list));
        }
    }

    private static Gradients Shared(Case t, double[] shares) => Times(t.Right, shares[0], shares[1], shares[2], shares[3]);

    private static Parameters Shared(Descent t, double[] shares) =>
        Train(t, (p, _) => Times(Backward(t.Case, p), shares[0], shares[1], shares[2], shares[3]));

    private static Gradients Times(Gradients g, double dW1 = 1, double db1 = 1, double dW2 = 1, double db2 = 1) =>
        new(dW1 * g.dW1, db1 * g.db1, dW2 * g.dW2, db2 * g.db2);

    private static Parameters Train(Descent t, Func<Parameters, Parameters, Gradients> gradients)
    {
        Parameters start = t.Case.Net.Parameters, p = start;
        for (var epoch = 0; epoch < t.Epochs; epoch++)
        {
            var g = gradients(p, start);
            p = new(p.W1 - t.Rate * g.dW1, p.b1 - t.Rate * g.db1, p.W2 - t.Rate * g.dW2, p.b2 - t.Rate * g.db2);
        }
        return p;
    }

    private static Parameters W2First(Descent t) => Train(t, (p, _) =>
        Backward(t.Case, p, W2Back: p.W2 - t.Rate * Backward(t.Case, p).dW2));

    private static Matrix<double> Rows(params double[][] rows) => Matrix<double>.Build.DenseOfRowArrays(rows);

    private static string Describe(Case t) => $"{t.Net}, {t.X.ColumnCount} {(t.X.ColumnCount == 1 ? "example" : "examples")}";

    private static Case SmallCase(int nx, int nh, int ny, int m, Activation? hidden = null)
    {
        var random = new Random(7);
        var X = Matrix<double>.Build.Dense(nx, m, (_, _) => 4 * random.NextDouble() - 2);
        var Y = Matrix<double>.Build.Dense(ny, m, (i, j) => (i + j) % 2);
        return new Case(new Network(nx, nh, ny, hidden, initializer: Initializer.Gaussian(1), seed: 7, bias: 0.5), X, Y);
    }

    private sealed record Case(Network Net, Matrix<double> X, Matrix<double> Y)
    {
        public double M => X.ColumnCount;

        public Gradients Right => Net.Gradients(X, Y);
    }

    private sealed record Descent(Case Case, double Rate, int Epochs);
}

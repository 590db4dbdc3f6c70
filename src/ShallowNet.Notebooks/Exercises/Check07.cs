using Matrix = MathNet.Numerics.LinearAlgebra.Matrix<double>;
using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace ShallowNet.Notebooks;

/// <summary>Checks the exercises of chapter 7, gradient descent.</summary>
public static class Check07
{
    private static Case[] Cases => [Small(2, 3, 1, 4), Small(3, 2, 2, 5), Small(1, 4, 1, 1)];

    /// <summary>Checks exercise 7.1: A2 of a network with a tanh hidden layer and a sigmoid output, given X, W1, b1, W2 and b2.</summary>
    public static CheckResult Forward(Func<Matrix, Matrix, Vector, Matrix, Vector, Matrix> answer) => Exercise.CheckCases(answer,
        new("7.1", "the forward pass") { OfLayers = true },
        Cases, (f, t) => f(t.X.Clone(), t.Net.W1.Clone(), t.Net.b1.Clone(), t.Net.W2.Clone(), t.Net.b2.Clone()),
        (t => t.Output(),
            "Layer by layer: the products, the biases to every column, the activation. The table of 7.1 has the shape of each result."),
        (t => t.Output(b1: 0), "b1 is missing: Z1 = W1 X + b1, with b1 added to every column."),
        (t => t.Output(b2: 0), "b2 is missing: Z2 = W2 A1 + b2, with b2 added to every column."),
        (t => t.Output(b1: 0, b2: 0), "Both biases are missing: Z1 = W1 X + b1 and Z2 = W2 A1 + b2."),
        (t => t.Output(Activation.Sigmoid), "The hidden layer is tanh here: A1 = tanh(Z1). Only the output is a sigmoid."),
        (t => t.Output(Activation.Identity), "The hidden layer has no activation: A1 = tanh(Z1), and only then W2 A1."),
        (t => t.Output(output: Activation.Identity), "You returned Z2. The answer is A2 = σ(Z2)."),
        (t => t.Output(output: Activation.Tanh), "The output is a sigmoid: A2 = σ(Z2), not tanh(Z2)."));

    /// <summary>Checks exercise 7.2: the binary cross-entropy of the outputs with the sums Z2 and the targets Y, both ny × m.</summary>
    public static CheckResult Cost(Func<Matrix, Matrix, double> answer) => Exercise.Check(answer,
        new("7.2", "the cost", "Z2 = {0}, Y = {1}") { OfLayers = true },
        [(Rows([2, -1, 0.5]), Rows([1, 0, 1])), (Rows([0.25, -3, 1, 0], [-0.5, 2, 4, -1]), Rows([1, 1, 0, 0], [0, 1, 0, 1])),
            (Rows([40, -40], [3, -1]), Rows([1, 0], [0, 1])), (Rows([800, -800, 800]), Rows([1, 0, 0]))],
        (Mean(Loss), "One loss for each entry of Z2. Add up the outputs, average over the examples, and think of z = 800."),
        ((Z2, Y) => Sum(Z2, Y, Loss), "You return the sum; J is the mean over the m examples."),
        ((Z2, Y) => Sum(Z2, Y, Loss) / Y.ColumnCount / Y.RowCount, "You average over all entries. Over the examples J is a mean, over the "
            + "outputs a sum: divide by m, the number of columns, alone."),
        ((Z2, Y) => Sum(Z2, Y, Loss) / Y.RowCount,
            "You divide by the number of rows, the outputs. J is the mean over the examples, which are columns."),
        ((Z2, Y) => -Sum(Z2, Y, Loss) / Y.ColumnCount, "The sign is reversed: a loss is positive."),
        (Mean((z, _) => Softplus(z)), "The targets are missing: the loss of an output is softplus(z) − z y."),
        (Mean((z, _) => Softplus(-z)), "The targets are missing: −ln σ(z) is the loss where y = 1 only."),
        (Mean((z, y) => Math.Log(1 + Math.Exp(z)) - z * y),
            "Right on paper, but e^z overflows at z = 800. Write softplus as max(z, 0) + ln(1 + e^−|z|)."),
        (Mean(TextbookLoss), "Right on paper, but at z = 40 a is exactly 1 in the computer and (1 − y) ln(1 − a) is 0 · ln 0. Use "
            + "softplus(z) − z y, which takes no logarithm of 0."),
        ((Z2, Y) => Sum(Z2, Y, TextbookLoss) / Y.ColumnCount / Y.RowCount,
            "Two things: the mean is over the examples alone, and (1 − y) ln(1 − a) meets 0 · ln 0 at z = 40. Use softplus(z) − z y."),
        ((Z2, Y) => Sum(Z2, Y, Loss) / Math.Log(2) / Y.ColumnCount, "The logarithm is the natural one, Math.Log, not Math.Log2."),
        (Mean((z, y) => Sigmoid(z) * (1 - y)), "That is no loss: softplus(z) is ln(1 + e^z), not σ(z)."));

    /// <summary>Checks exercise 7.3: a tanh network's parameters after so many steps, given X, Y, the start, α and the epochs.</summary>
    public static CheckResult TrainByHand(Func<Matrix, Matrix, Parameters, double, int, Parameters> answer) => Exercise.CheckCases(answer,
        new("7.3", "the training loop") { OfLayers = true }, [new Descent(Cases[0], 0.5, 1), new(Cases[0], 0.5, 6), new(Cases[1], 0.2, 3)],
        (f, t) => f(t.Start.X.Clone(), t.Start.Y.Clone(), t.Start.Net.Parameters, t.Rate, t.Epochs),
        (t => t.Train(), "In each epoch: the forward pass with the parameters as they are, the six equations, then one step for all four."),
        [
            (t => t.Train(now => now.Gradients().Times(-1, -1, -1, -1)),
                "Your steps go uphill: the slopes are subtracted, and dZ2 is A2 − Y."),
            (t => (t with { Rate = 1 }).Train(), "The learning rate is missing: W := W − α dW."),
            .. WrongShares<Descent, Parameters>(t => t.Start.M, (t, factors) => t.Train(now => now.Gradients().Times(factors))),
            (t => t.Train(now => now.Gradients().Times(1, 0, 1, 0)), "The weights move, the biases do not: b := b − α db."),
            (t => t.Train(now => now.Gradients().Times(0, 0, 1, 1)), "Only the output layer moves: W1 and b1 take a step, too."),
            (t => t.Train(now => now.Gradients(slope: 0 * now.Pass.A1 + 1)), "dZ1 lacks the slope of the hidden layer, 1 − A1²."),
            (t => t.Train(now => now.Gradients(slope: 1 - now.Pass.Z1.PointwisePower(2))),
                "The slope of tanh is 1 − a² with a = tanh(z): square A1, not Z1."),
            (t => t.Train(now => now.Gradients(slope: Product(now.Pass.A1, 1 - now.Pass.A1))),
                "a (1 − a) is the slope of the sigmoid. The hidden layer is tanh: 1 − A1²."),
            (t => t.Train(now => now.Gradients(dZ2: now.SquaredErrorDZ2)),
                "The factor a (1 − a) is too much in dZ2: with the cross-entropy it cancels, and dZ2 is A2 − Y."),
            (t => t.Train(now => now.Gradients(W2: now.Net.W2 - t.Rate * now.Gradients().dW2)),
                "You move W2 before dZ1 is computed from it. All slopes first, then all steps: dZ1 needs the W2 of this forward pass."),
            (t => (t with { Epochs = t.Epochs - 1 }).Train(), "One step is missing: count the epochs from 0 to epochs − 1."),
            (t => (t with { Epochs = t.Epochs + 1 }).Train(), "One step too many: count the epochs from 0 to epochs − 1."),
            (t => (t with { Epochs = 1 }).Train(),
                "That is one step only: the forward pass, the equations and the step belong in the loop."),
            (t => t.Train(_ => t.Start.Gradients()),
                "The slopes are taken once, before the loop. They change with every step: forward pass and equations belong in the loop."),
            (t => t.Start.Net.Parameters,
                "You return the start unchanged: return new Parameters(W1, b1, W2, b2) with what the loop made of them."),
        ]);

    /// <summary>Checks exercise 7.4: the gradients of a network, given X, Y, the forward pass, W2 and the hidden activation.</summary>
    public static CheckResult SixEquations(Func<Matrix, Matrix, ForwardPass, Matrix, Activation, Gradients> answer) =>
        Exercise.CheckCases(answer,
            new("7.4", "the six equations") { OfLayers = true },
            [.. Cases, Small(2, 3, 1, 4, Activation.Sigmoid), Small(3, 2, 2, 5, Activation.LeakyReLU(0.1))],
            (f, t) => f(t.X.Clone(), t.Y.Clone(), t.Pass, t.Net.W2.Clone(), t.Net.Hidden),
            (t => t.Gradients(), "From the output back: first what belongs to each example, then the means. Each derivative has the shape "
                + "of its parameter, and g is handed to you."),
            [
                .. WrongShares<Case, Gradients>(t => t.M, (t, factors) => t.Gradients().Times(factors)),
                (t => t.Gradients(slope: 1 - t.Pass.A1.PointwisePower(2)),
                    "1 − A1² is the slope of tanh. The hidden layer may have another activation here: use g.Derivative."),
                (t => t.Gradients(slope: t.Net.Hidden.Derivative(t.Pass.A1)),
                    "You take the slope at a. g' belongs to the sums: g.Derivative(pass.Z1), not of A1."),
                (t => t.Gradients(slope: t.Pass.A1),
                    "You multiply by g(Z1). The chain rule wants the slope, g'(Z1): g.Derivative, not g.Value."),
                (t => t.Gradients(slope: 1 - t.Pass.Z1.PointwisePower(2)), "1 − a² with a = tanh(z) is the slope of tanh, and here you "
                    + "square Z1. For any activation it is g.Derivative(pass.Z1)."),
                (t => t.Gradients(slope: Product(t.Pass.A1, 1 - t.Pass.A1)),
                    "a (1 − a) is the slope of the sigmoid. The hidden layer may have another activation: use g.Derivative."),
                (t => t.Gradients(slope: 0 * t.Pass.A1 + 1), "dZ1 lacks the slope of the hidden layer: g'(Z1), entry by entry."),
                (t => t.Gradients(dZ2: t.SquaredErrorDZ2), "The factor a (1 − a) is too much in dZ2: with the cross-entropy it cancels."),
                (t => t.Gradients().Times(-1, -1, -1, -1), "Every sign is reversed: dZ2 is A2 − Y, not Y − A2."),
                (t => t.Altered(g => g with { dW2 = (t.Pass.A2 - t.Y) * t.Pass.Z1.Transpose() / t.M }),
                    "dW2 is made with Z1. The weights of the output multiply A1."),
                (t => t.Altered(g => g with { dW1 = g.dW1.Transpose(), dW2 = g.dW2.Transpose() }),
                    "dW1 and dW2 are transposed: each has the shape of its W."),
                (t => t.Altered(g => g with { dW1 = g.dW1.Transpose() }),
                    "dW1 is transposed: dZ1 stands on the left, the transpose of X on the right."),
                (t => t.Altered(g => g with { dW2 = g.dW2.Transpose() }),
                    "dW2 is transposed: dZ2 stands on the left, the transpose of A1 on the right."),
                (t => t.Altered(g => new(g.dW2, g.db2, g.dW1, g.db1)), "The layers are exchanged: the order is dW1, db1, dW2, db2."),
            ]);

    /// <summary>Checks exercise 7.5: dZ2 of the loss ½ (a − y)² with a sigmoid output, given A2 and Y.</summary>
    public static CheckResult SquaredErrorOutput(Func<Matrix, Matrix, Matrix> answer) => Exercise.Check(answer,
        new("7.5", "another cost", "A2 = {0}, Y = {1}") { OfLayers = true },
        [(Rows([0.9, 0.2, 0.6]), Rows([1, 0, 1])), (Rows([0.5]), Rows([0])), (Rows([0.01, 0.3, 0.99]), Rows([1, 1, 0]))],
        ((A2, Y) => Product(A2 - Y, A2, 1 - A2), "The chain rule, from L to a and from a to z. Both links have changed or stayed: which?"),
        ((A2, Y) => A2 - Y, "A2 − Y is ∂L/∂a. One factor of the chain is left: ∂a/∂z = a (1 − a). (With cross-entropy that factor cancels; "
            + "here it stays.)"),
        ((A2, _) => Product(A2, 1 - A2), "That is ∂a/∂z alone. The other factor is ∂L/∂a = a − y."),
        ((A2, Y) => Product(A2 - Y, A2, 1 - A2) / A2.ColumnCount, "Leave the 1/m to dW2 and db2: dZ2 holds one derivative per example."),
        ((A2, Y) => Product(A2 - Y, A2), "The slope of the sigmoid has two factors, a and 1 − a."),
        ((A2, Y) => Product(A2 - Y, 1 - A2), "The slope of the sigmoid has two factors, a and 1 − a."),
        ((A2, Y) => Product(A2 - Y, 1 - A2.PointwisePower(2)), "1 − a² is the slope of tanh. The output is a sigmoid: a (1 − a)."),
        ((A2, Y) => Product(A2 - Y, Activation.Sigmoid.Derivative(A2)),
            "You take the sigmoid's slope at a. It belongs to z, and with a = σ(z) it is a (1 − a)."),
        ((A2, Y) => 2 * Product(A2 - Y, A2, 1 - A2), "The loss here is ½ (a − y)²: the ½ and the 2 of the square cancel."),
        ((A2, Y) => 0.5 * Product(A2 - Y, A2, 1 - A2), "The derivative of the square brings a 2, which cancels the ½."),
        ((A2, Y) => Product(Y - A2, A2, 1 - A2), "The sign is reversed: ∂L/∂a is a − y."));

    /// <summary>Checks exercise 7.6: a network trained on the moons that it is handed, judged on fresh ones.</summary>
    public static CheckResult Moons(Func<Dataset, Network> answer) => Exercise.JudgeNetworks(answer,
        new("7.6", "train it yourself", "moons drawn with seed {0}; judged on 1000 fresh points") { Seconds = 20 },
        [1, 2], seed => (Datasets.Moons(seed: seed), Datasets.Moons(1000, seed: seed + 100)),
        ("95% or more", "Watch the cost: if it hardly moves, raise α or the number of epochs; if it jumps, lower α. A hidden layer of a "
            + "few tanh or ReLU units is enough."),
        (_, right, _) => right switch
        {
            >= 0.95 => null,
            < 0.7 => ("less than 70%: hardly better than guessing", "The network has hardly learned. Did you train it and return it? If "
                + "so, the cost has not moved far: raise the learning rate, the number of epochs or the size of the starting weights."),
            _ => ("70% to 95%: what a nearly straight boundary gets", "A straight boundary gets this far on the moons. The network needs a "
                + "hidden layer that is not linear, and enough epochs at a larger α to bend its boundary."),
        });

    private static double Sum(Matrix Z2, Matrix Y, Func<double, double, double> loss) => Z2.Enumerate().Zip(Y.Enumerate(), loss).Sum();

    private static Func<Matrix, Matrix, double> Mean(Func<double, double, double> loss) => (Z2, Y) => Sum(Z2, Y, loss) / Y.ColumnCount;

    private static double Loss(double z, double y) => Softplus(z) - z * y;

    private static double TextbookLoss(double z, double y) => -(y * Math.Log(Sigmoid(z)) + (1 - y) * Math.Log(1 - Sigmoid(z)));

    private static double Softplus(double z) => Math.Max(z, 0) + Math.Log(1 + Math.Exp(-Math.Abs(z)));

    private static double Sigmoid(double z) => Activation.Sigmoid.Value(z);

    private static Matrix Product(params Matrix[] factors) => factors.Aggregate((A, B) => A.PointwiseMultiply(B));

    private static Matrix Rows(params double[][] rows) => Matrix.Build.DenseOfRowArrays(rows);

    private static Gradients Times(this Gradients g, params double[] factors) =>
        new(factors[0] * g.dW1, factors[1] * g.db1, factors[2] * g.dW2, factors[3] * g.db2);

    /// <summary>The 1/m missing, or standing twice, in each gradient, then in each two, three and all four of them.</summary>
    private static IEnumerable<(Func<TIn, TOut> Answer, string Hint)> WrongShares<TIn, TOut>(
        Func<TIn, double> m, Func<TIn, double[], TOut> answer)
    {
        string[] names = ["dW1", "db1", "dW2", "db2"];
        for (var set = 1; set < 1 << names.Length; set++)
        {
            string[] blamed = [.. names.Where((_, i) => (set >> i & 1) == 1)];
            var list = blamed.Length == 1 ? blamed[0] : $"{string.Join(", ", blamed[..^1])} and {blamed[^1]}";
            double[] Factors(double wrong) => [.. names.Select(name => blamed.Contains(name) ? wrong : 1)];
            yield return (t => answer(t, Factors(m(t))),
                $"The 1/m is missing in {list}: J is a mean over the examples, so each slope is one, too.");
            yield return (t => answer(t, Factors(1 / m(t))),
                $"The 1/m stands twice in {list}: dZ2 and dZ1 belong to each example by itself, only dW and db are divided by m.");
        }
    }

    private static Case Small(int nx, int nh, int ny, int m, Activation? hidden = null)
    {
        var random = new Random(7);
        return new(
            new(nx, nh, ny, hidden, initializer: Initializer.Gaussian(1), seed: 7, bias: 0.5),
            Matrix.Build.Dense(nx, m, (_, _) => 4 * random.NextDouble() - 2),
            Matrix.Build.Dense(ny, m, (i, j) => (i + j) % 2));
    }

    /// <summary>A small network, and data for it.</summary>
    private sealed record Case(Network Net, Matrix X, Matrix Y)
    {
        public double M => X.ColumnCount;
        public ForwardPass Pass => Net.Forward(X);
        public Matrix SquaredErrorDZ2 => Product(Pass.A2 - Y, Pass.A2, 1 - Pass.A2);

        /// <summary>A2, or what a slip makes of it.</summary>
        public Matrix Output(Activation? hidden = null, Activation? output = null, double b1 = 1, double b2 = 1) =>
            new Network(Net.Nx, Net.Nh, Net.Ny, hidden, output, CostFunction.SquaredError)
            {
                Parameters = new(Net.W1, b1 * Net.b1, Net.W2, b2 * Net.b2),
            }.Forward(X).A2;

        /// <summary>The gradients, or what a slip makes of them with another g'(Z1), dZ2, or W2 in the fourth equation.</summary>
        public Gradients Gradients(Matrix? slope = null, Matrix? dZ2 = null, Matrix? W2 = null)
        {
            dZ2 ??= Pass.A2 - Y;
            var dZ1 = (W2 ?? Net.W2).TransposeThisAndMultiply(dZ2).PointwiseMultiply(slope ?? Net.Hidden.Derivative(Pass.Z1));
            return new(dZ1 * X.Transpose() / M, dZ1.RowSums() / M, dZ2 * Pass.A1.Transpose() / M, dZ2.RowSums() / M);
        }

        public Gradients Altered(Func<Gradients, Gradients> change) => change(Gradients());

        public override string ToString() => $"{Net}, {M} {(M == 1 ? "example" : "examples")}";
    }

    /// <summary>Some steps of gradient descent.</summary>
    private sealed record Descent(Case Start, double Rate, int Epochs)
    {
        /// <summary>The parameters at the end, with the gradients of each step or what a slip makes of them.</summary>
        public Parameters Train(Func<Case, Gradients>? gradients = null)
        {
            var now = Start with { Net = Start.Net.Clone() };
            for (var epoch = 0; epoch < Epochs; epoch++)
            {
                var g = gradients is null ? now.Gradients() : gradients(now);
                var (W1, b1, W2, b2) = now.Net.Parameters;
                now.Net.Parameters = new(W1 - Rate * g.dW1, b1 - Rate * g.db1, W2 - Rate * g.dW2, b2 - Rate * g.db2);
            }
            return now.Net.Parameters;
        }

        public override string ToString() => $"{Start}, α = {ValueText.Of(Rate)}, {Epochs} {(Epochs == 1 ? "epoch" : "epochs")}";
    }
}

using MathNet.Numerics.LinearAlgebra;

namespace ShallowNet.Notebooks;

/// <summary>Checks the exercises of chapter 6, derivatives of activation functions.</summary>
public static class Check06
{
    private static readonly Exercise<double, double> SigmoidSlopeExercise = new("6.1", "the sigmoid's slope from a")
    {
        Cases = [0.5, 0.1, 0.9, 0.731, 1e-3],
        Solution = a => a * (1 - a),
        Hint = "g'(z) = a (1 − a), and the argument is a itself.",
        Mistakes =
        [
            (a => Sigmoid(a) * (1 - Sigmoid(a)), "You applied the sigmoid to the argument, but the argument is a = σ(z) already: g'(z) = a (1 − a)."),
            (a => 1 - a, "One factor is missing: the derivation ends in a product of two factors, a and 1 − a."),
            (a => 1 - (a * a), "1 − a² is the slope of tanh. The sigmoid's is a (1 − a)."),
            (a => a * (a - 1), "The sign is wrong: the sigmoid rises everywhere, so its slope a (1 − a) is positive."),
        ],
    };

    private static readonly Exercise<double, double> TanhSlopeExercise = new("6.2", "the slope of tanh from z")
    {
        Cases = [0, 0.5, -0.5, 1.2, -3],
        Solution = z => 1 - (Math.Tanh(z) * Math.Tanh(z)),
        Hint = "g'(z) = 1 − a² with a = tanh(z).",
        Mistakes =
        [
            (z => 1 - (z * z), "You squared z, but the formula squares a: g'(z) = 1 − a² with a = tanh(z)."),
            (z => 1 - Math.Tanh(z), "The square is missing: g'(z) = 1 − a², not 1 − a."),
            (z => Math.Tanh(z) * (1 - Math.Tanh(z)), "a (1 − a) is the slope of the sigmoid. That of tanh is 1 − a²."),
            (z => Sigmoid(z) * (1 - Sigmoid(z)), "a (1 − a) is the slope of the sigmoid. That of tanh is 1 − a², with a = tanh(z)."),
        ],
    };

    private static readonly Exercise<(double Z, double Slope), double> LeakySlopeExercise = new("6.3", "the slope of leaky ReLU")
    {
        Cases = [(2, 0.01), (-3, 0.01), (-0.5, 0.2), (7, 0.2), (-1e-9, 0.05)],
        Solution = t => t.Z > 0 ? 1 : t.Slope,
        Hint = "1 for z > 0, and the small slope itself for z < 0: on each side g is a straight line.",
        Describe = t => $"z = {ValueText.Of(t.Z)}, slope = {ValueText.Of(t.Slope)}",
        Mistakes =
        [
            (t => t.Z > 0 ? 1 : 0, "That is plain ReLU, flat on the left. Leaky ReLU falls on the left with the small slope."),
            (t => t.Z > 0 ? t.Z : t.Slope * t.Z, "That is the value g(z) = max(slope · z, z). The slope of the line c·z is c."),
            (t => t.Z > 0 ? 1 : t.Slope * t.Z, "Left of 0 you give the value slope · z. The slope of the line c·z is c."),
            (t => t.Z > 0 ? 1 : 0.01, "The slope on the left is the second argument, not always 0.01."),
            (t => t.Z > 0 ? t.Slope : 1, "The two sides are swapped: 1 for z > 0, the small slope for z < 0."),
        ],
    };

    private static readonly Exercise<double, double> SwishSlopeExercise = new("6.4", "a derivative of your own: swish")
    {
        Cases = [0, 1, -1, 4, -6],
        Solution = z => Sigmoid(z) + (z * Sigmoid(z) * (1 - Sigmoid(z))),
        Hint = "The product rule for z · σ(z): (first)' · second + first · (second)', with σ'(z) = σ(z) (1 − σ(z)).",
        Mistakes =
        [
            (Sigmoid, "That is one half of the product rule. The other half is z · σ'(z)."),
            (z => z * Sigmoid(z) * (1 - Sigmoid(z)), "That is one half of the product rule. The other half is (z)' · σ(z) = σ(z)."),
            (z => Sigmoid(z) * (1 - Sigmoid(z)), "The derivative of a product is not the product of the derivatives: use (first)' · second + first · (second)'."),
            (z => Sigmoid(z) + (Sigmoid(z) * (1 - Sigmoid(z))), "The second half of the product rule is z · σ'(z): its factor z is missing."),
            (z => z * Sigmoid(z), "That is the value of swish, not its slope: apply the product rule to it."),
        ],
    };

    private static readonly Exercise<(string Name, Func<double, double> F, double Z, double H), double> CentralExercise = new("6.5", "the central difference")
    {
        Cases =
        [
            ("e^z", Math.Exp, 0.5, 0.1),
            ("tanh", Math.Tanh, -0.3, 0.01),
            ("z³", z => z * z * z, 2, 0.5),
            ("sin", Math.Sin, 1, 1e-3),
        ],
        Solution = t => NumericalDerivative.Central(t.F, t.Z, t.H),
        Hint = "(f(z + h) − f(z − h)) / (2h)",
        Describe = t => $"f = {t.Name}, z = {ValueText.Of(t.Z)}, h = {ValueText.Of(t.H)}",
        Mistakes =
        [
            (t => (t.F(t.Z + t.H) - t.F(t.Z)) / t.H, "That is the forward difference, with an error of order h. The central one steps to both sides: (f(z + h) − f(z − h)) / (2h)."),
            (t => (t.F(t.Z + t.H) - t.F(t.Z - t.H)) / t.H, "From z − h to z + h the run is 2h, not h."),
            (t => (t.F(t.Z + t.H) - t.F(t.Z - t.H)) / 2 * t.H, "C# reads a / 2 * h as (a / 2) · h: put 2 * h into parentheses."),
            (t => (t.F(t.Z - t.H) - t.F(t.Z + t.H)) / (2 * t.H), "The sign is turned round: f(z + h) comes first."),
        ],
    };

    private static readonly Exercise<(Network Net, Matrix<double> X, Matrix<double> Y), Gradients> RepairExercise = new("6.6", "find the two wrong lines")
    {
        Cases = [.. new[] { Activation.Tanh, Activation.Sigmoid, Activation.LeakyReLU() }.Select(SmallCase)],
        Solution = t => t.Net.Gradients(t.X, t.Y),
        Hint = "Run GradientCheck.Run(net, X, Y, analytic: Repaired(net, X, Y)) and see which of dW1, db1, dW2, db2 disagree: the wrong line is the last one that all of them pass through.",
        Describe = t => $"{t.Net}, {t.X.ColumnCount} examples",
        Mistakes =
        [
            (t => Backward(t.Net, t.X, t.Y, slopeAtA1: true, meanOfdW2: false), "Two lines are wrong. Run GradientCheck.Run(net, X, Y, analytic: Repaired(net, X, Y)) and look at its Entries: which of W1, b1, W2, b2 are off? A line that W1 and b1 share is one suspect."),
            (t => Backward(t.Net, t.X, t.Y, slopeAtA1: true, meanOfdW2: true), "dW2 and db2 are right now. dW1 and db1 share the line of dZ1: dZ1 = W2ᵀ dZ2 ∘ g'(Z1), with the slope at Z1."),
            (t => Backward(t.Net, t.X, t.Y, slopeAtA1: false, meanOfdW2: false), "dW1, db1 and db2 are right now. Only dW2 is off, by the same factor everywhere: dW2 = dZ2 A1ᵀ / m."),
        ],
    };

    /// <summary>Checks exercise 6.1: the slope of the sigmoid, given a = σ(z).</summary>
    public static CheckResult SigmoidSlope(Func<double, double> answer) => SigmoidSlopeExercise.Check(answer);

    /// <summary>Checks exercise 6.2: the slope of tanh, given z.</summary>
    public static CheckResult TanhSlope(Func<double, double> answer) => TanhSlopeExercise.Check(answer);

    /// <summary>Checks exercise 6.3: the slope of leaky ReLU, given z and the small slope.</summary>
    public static CheckResult LeakySlope(Func<double, double, double> answer) =>
        LeakySlopeExercise.Check(answer is null ? null : t => answer(t.Z, t.Slope));

    /// <summary>Checks exercise 6.4: the slope of swish, z · σ(z), given z.</summary>
    public static CheckResult SwishSlope(Func<double, double> answer) => SwishSlopeExercise.Check(answer);

    /// <summary>Checks exercise 6.5: the central difference of a function f at z with step h.</summary>
    public static CheckResult CentralDifference(Func<Func<double, double>, double, double, double> answer) =>
        CentralExercise.Check(answer is null ? null : t => answer(t.F, t.Z, t.H));

    /// <summary>Checks exercise 6.6: back-propagation with two wrong lines, repaired.</summary>
    public static CheckResult Repaired(Func<Network, Matrix<double>, Matrix<double>, Gradients> answer) =>
        RepairExercise.Check(answer is null ? null : t => answer(t.Net.Clone(), t.X.Clone(), t.Y.Clone()));

    private static double Sigmoid(double z) => Activation.Sigmoid.Value(z);

    private static (Network Net, Matrix<double> X, Matrix<double> Y) SmallCase(Activation hidden)
    {
        var random = new Random(6);
        Matrix<double> X = Matrix<double>.Build.Dense(2, 5, (_, _) => (4 * random.NextDouble()) - 2);
        Matrix<double> Y = Matrix<double>.Build.Dense(1, 5, (_, j) => j % 2);
        return (new Network(2, 3, hidden: hidden, initializer: Initializer.Gaussian(1), seed: 6), X, Y);
    }

    private static Gradients Backward(Network net, Matrix<double> X, Matrix<double> Y, bool slopeAtA1, bool meanOfdW2)
    {
        ForwardPass pass = net.Forward(X);
        double m = X.ColumnCount;
        Matrix<double> dZ2 = pass.A2 - Y;
        Matrix<double> dW2 = dZ2 * pass.A1.Transpose() / (meanOfdW2 ? m : 1);
        Vector<double> db2 = dZ2.RowSums() / m;
        Matrix<double> dZ1 = (net.W2.Transpose() * dZ2).PointwiseMultiply(net.Hidden.Derivative(slopeAtA1 ? pass.A1 : pass.Z1));
        return new Gradients(dZ1 * X.Transpose() / m, dZ1.RowSums() / m, dW2, db2);
    }
}

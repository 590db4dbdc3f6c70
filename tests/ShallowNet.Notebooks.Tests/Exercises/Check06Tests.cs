using static ShallowNet.Notebooks.Check06;
using static ShallowNet.Notebooks.Tests.Exercises.Says;

namespace ShallowNet.Notebooks.Tests.Exercises;

public sealed class Check06Tests
{
    [Fact]
    public void RightAnswers_AreDone() => Done(
        SigmoidSlope(a => a - a * a),
        TanhSlope(z => 1 / Math.Pow(Math.Cosh(z), 2)),
        LeakySlope((z, slope) => Activation.LeakyReLU(slope).Derivative(z)),
        SwishSlope(z => Sigmoid(z) * (1 + z * (1 - Sigmoid(z)))),
        CentralDifference((f, z, h) => (f(z + h) / 2 - f(z - h) / 2) / h),
        Repaired((w, b, x, y) => Slopes(w, b, x, y, slope: 1 / Math.Pow(Math.Cosh(w * x + b), 2), factor: x)));

    [Fact]
    public void WrongAnswers_GetTheirReason() => Hint(
        (SigmoidSlope(a => Sigmoid(a) * (1 - Sigmoid(a))), "a = σ(z) already"),
        (SigmoidSlope(a => 1 - a), "One factor is missing"),
        (SigmoidSlope(a => 1 - a * a), "slope of tanh"),
        (SigmoidSlope(a => a * (a - 1)), "sign"),
        (SigmoidSlope(a => a), "a (1 − a)"),
        (TanhSlope(z => 1 - z * z), "You squared z"),
        (TanhSlope(z => 1 - Math.Tanh(z)), "square is missing"),
        (TanhSlope(z => Sigmoid(z) * (1 - Sigmoid(z))), "slope of the sigmoid"),
        (TanhSlope(z => NumericalDerivative.Central(Math.Tanh, z)), "measured, not derived"),
        (LeakySlope((z, _) => z > 0 ? 1 : 0), "plain ReLU"),
        (LeakySlope((z, slope) => Math.Max(slope * z, z)), "the value"),
        (LeakySlope((z, _) => z > 0 ? 1 : 0.01), "second argument"),
        (LeakySlope((z, slope) => z > 0 ? slope : 1), "swapped"),
        (LeakySlope((z, slope) => z >= 0 ? 1 : slope), "At exactly z = 0"),
        (LeakySlope((z, slope) => z > 0 ? 1 : z < 0 ? slope : 0), "At exactly z = 0"),
        (LeakySlope((z, slope) => z > 0 ? 1 : z < 0 ? slope : (1 + slope) / 2), "mean of the two sides"),
        (SwishSlope(Sigmoid), "The other half is z · σ'(z)"),
        (SwishSlope(z => Sigmoid(z) * (1 - Sigmoid(z))), "not the product of the derivatives"),
        (SwishSlope(z => Sigmoid(z) + Sigmoid(z) * (1 - Sigmoid(z))), "factor z is missing"),
        (SwishSlope(z => NumericalDerivative.Central(v => v * Sigmoid(v), z)), "measured, not derived"),
        (SwishSlope(z => NumericalDerivative.Forward(v => v * Sigmoid(v), z)), "measured, not derived"),
        (CentralDifference((f, z, h) => (f(z + h) - f(z)) / h), "forward difference"),
        (CentralDifference((f, z, h) => (f(z + h) - f(z - h)) / h), "run is 2h"),
        (CentralDifference((f, z, h) => (f(z + h) - f(z - h)) / 2 * h), "parentheses"),
        (CentralDifference((f, z, h) => (f(z - h) - f(z + h)) / (2 * h)), "sign"),
        (Repaired((w, b, x, y) => Slopes(w, b, x, y, 1 - Math.Pow(w * x + b, 2), w)), "Both slopes are off"),
        (Repaired((w, b, x, y) => Slopes(w, b, x, y, OfTanh(w * x + b), w)), "Only the one along w"),
        (Repaired((w, b, x, y) => Slopes(w, b, x, y, 1 - Math.Pow(w * x + b, 2), x)), "a line that both pass through"),
        (Repaired((w, b, x, y) => Slopes(w, b, x, y, 1 - Math.Tanh(w * x + b), x)), "square is missing"),
        (Repaired((w, b, x, y) => Slopes(w, b, x, y, OfTanh(Math.Tanh(w * x + b)), x)), "taken twice"),
        (Repaired((w, b, x, y) => Slopes(w, b, x, y, 1, x)), "is missing"),
        (Repaired((w, b, x, y) => Slopes(w, b, x, y, -OfTanh(w * x + b), x)), "signs are turned"),
        (Repaired((w, b, x, y) => (
            NumericalDerivative.Central(v => Math.Pow(Math.Tanh(v * x + b) - y, 2) / 2, w),
            NumericalDerivative.Central(v => Math.Pow(Math.Tanh(w * x + v) - y, 2) / 2, b))), "measured, not derived"));

    private static (double, double) Slopes(double w, double b, double x, double y, double slope, double factor)
    {
        var dz = (Math.Tanh(w * x + b) - y) * slope;
        return (dz * factor, dz);
    }

    private static double OfTanh(double z) => 1 - Math.Pow(Math.Tanh(z), 2);
}

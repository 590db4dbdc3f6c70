namespace ShallowNet.Notebooks.Tests.Exercises;

public sealed class Check06Tests
{
    [Fact]
    public void EveryCheck_RightAnswer_IsDone()
    {
        Assert.True(Check06.SigmoidSlope(a => a - a * a).IsDone);
        Assert.True(Check06.TanhSlope(z => 1 / Math.Pow(Math.Cosh(z), 2)).IsDone);
        Assert.True(Check06.LeakySlope((z, slope) => Activation.LeakyReLU(slope).Derivative(z)).IsDone);
        Assert.True(Check06.SwishSlope(z => Sigmoid(z) * (1 + z * (1 - Sigmoid(z)))).IsDone);
        Assert.True(Check06.CentralDifference((f, z, h) => (f(z + h) / 2 - f(z - h) / 2) / h).IsDone);
        Assert.True(Check06.Repaired((w, b, x, y) => Slopes(w, b, x, y, slope: 1 / Math.Pow(Math.Cosh(w * x + b), 2), factor: x)).IsDone);
    }

    [Fact]
    public void SigmoidSlope_WrongAnswers_GetTheirReason()
    {
        Refused(Check06.SigmoidSlope(a => Sigmoid(a) * (1 - Sigmoid(a))), "a = σ(z) already");
        Refused(Check06.SigmoidSlope(a => 1 - a), "One factor is missing");
        Refused(Check06.SigmoidSlope(a => 1 - a * a), "slope of tanh");
        Refused(Check06.SigmoidSlope(a => a * (a - 1)), "sign");
        Refused(Check06.SigmoidSlope(a => a), "a (1 − a)");
    }

    [Fact]
    public void TanhSlope_WrongAnswers_GetTheirReason()
    {
        Refused(Check06.TanhSlope(z => 1 - z * z), "You squared z");
        Refused(Check06.TanhSlope(z => 1 - Math.Tanh(z)), "square is missing");
        Refused(Check06.TanhSlope(z => Sigmoid(z) * (1 - Sigmoid(z))), "slope of the sigmoid");
        Refused(Check06.TanhSlope(z => NumericalDerivative.Central(Math.Tanh, z)), "measured, not derived");
    }

    [Fact]
    public void LeakySlope_WrongAnswers_GetTheirReason()
    {
        Refused(Check06.LeakySlope((z, _) => z > 0 ? 1 : 0), "plain ReLU");
        Refused(Check06.LeakySlope((z, slope) => Math.Max(slope * z, z)), "the value");
        Refused(Check06.LeakySlope((z, _) => z > 0 ? 1 : 0.01), "second argument");
        Refused(Check06.LeakySlope((z, slope) => z > 0 ? slope : 1), "swapped");
        Refused(Check06.LeakySlope((z, slope) => z >= 0 ? 1 : slope), "At exactly z = 0");
        Refused(Check06.LeakySlope((z, slope) => z > 0 ? 1 : z < 0 ? slope : 0), "At exactly z = 0");
        Refused(Check06.LeakySlope((z, slope) => z > 0 ? 1 : z < 0 ? slope : (1 + slope) / 2), "mean of the two sides");
    }

    [Fact]
    public void SwishSlope_WrongAnswers_GetTheirReason()
    {
        Refused(Check06.SwishSlope(Sigmoid), "The other half is z · σ'(z)");
        Refused(Check06.SwishSlope(z => Sigmoid(z) * (1 - Sigmoid(z))), "not the product of the derivatives");
        Refused(Check06.SwishSlope(z => Sigmoid(z) + Sigmoid(z) * (1 - Sigmoid(z))), "factor z is missing");
        Refused(Check06.SwishSlope(z => NumericalDerivative.Central(v => v * Sigmoid(v), z)), "measured, not derived");
        Refused(Check06.SwishSlope(z => NumericalDerivative.Forward(v => v * Sigmoid(v), z)), "measured, not derived");
    }

    [Fact]
    public void CentralDifference_WrongAnswers_GetTheirReason()
    {
        Refused(Check06.CentralDifference((f, z, h) => (f(z + h) - f(z)) / h), "forward difference");
        Refused(Check06.CentralDifference((f, z, h) => (f(z + h) - f(z - h)) / h), "run is 2h");
        Refused(Check06.CentralDifference((f, z, h) => (f(z + h) - f(z - h)) / 2 * h), "parentheses");
        Refused(Check06.CentralDifference((f, z, h) => (f(z - h) - f(z + h)) / (2 * h)), "sign");
    }

    [Fact]
    public void Repaired_LinesStillWrong_PointsAtThem()
    {
        Refused(Check06.Repaired((w, b, x, y) => Slopes(w, b, x, y, 1 - Math.Pow(w * x + b, 2), w)), "Both slopes are off");
        Refused(Check06.Repaired((w, b, x, y) => Slopes(w, b, x, y, TanhSlope(w * x + b), w)), "Only the one along w");
        Refused(Check06.Repaired((w, b, x, y) => Slopes(w, b, x, y, 1 - Math.Pow(w * x + b, 2), x)), "a line that both pass through");
        Refused(Check06.Repaired((w, b, x, y) => Slopes(w, b, x, y, 1 - Math.Tanh(w * x + b), x)), "square is missing");
        Refused(Check06.Repaired((w, b, x, y) => Slopes(w, b, x, y, TanhSlope(Math.Tanh(w * x + b)), x)), "taken twice");
        Refused(Check06.Repaired((w, b, x, y) => Slopes(w, b, x, y, 1, x)), "is missing");
        Refused(Check06.Repaired((w, b, x, y) => Slopes(w, b, x, y, -TanhSlope(w * x + b), x)), "signs are turned");
    }

    [Fact]
    public void Repaired_Nudged_IsToldToWriteTheLines() => Refused(
        Check06.Repaired((w, b, x, y) => (
            NumericalDerivative.Central(v => Math.Pow(Math.Tanh(v * x + b) - y, 2) / 2, w),
            NumericalDerivative.Central(v => Math.Pow(Math.Tanh(w * x + v) - y, 2) / 2, b))),
        "measured, not derived");

    private static (double, double) Slopes(double w, double b, double x, double y, double slope, double factor)
    {
        var dz = (Math.Tanh(w * x + b) - y) * slope;
        return (dz * factor, dz);
    }

    private static double TanhSlope(double z) => 1 - Math.Pow(Math.Tanh(z), 2);

    private static void Refused(CheckResult result, string reason)
    {
        Assert.False(result.IsDone);
        Assert.Contains(reason, result.Hint, StringComparison.Ordinal);
    }

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));
}

using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace ShallowNet.Notebooks.Tests.Exercises;

public sealed class Check06Tests
{
    [Fact]
    public void EveryCheck_RightAnswer_IsDone()
    {
        Assert.True(Check06.SigmoidSlope(a => a - (a * a)).IsDone);
        Assert.True(Check06.TanhSlope(z => 1 / Math.Pow(Math.Cosh(z), 2)).IsDone);
        Assert.True(Check06.LeakySlope((z, slope) => Activation.LeakyReLU(slope).Derivative(z)).IsDone);
        Assert.True(Check06.SwishSlope(z => Sigmoid(z) * (1 + (z * (1 - Sigmoid(z))))).IsDone);
        Assert.True(Check06.CentralDifference((f, z, h) => ((f(z + h) / 2) - (f(z - h) / 2)) / h).IsDone);
        Assert.True(Check06.Repaired((net, X, Y) => net.Gradients(X, Y)).IsDone);
    }

    [Fact]
    public void EveryCheck_UnfinishedStub_SaysYourTurn()
    {
        CheckResult[] results =
        [
            Check06.SigmoidSlope(_ => throw new NotImplementedException()),
            Check06.TanhSlope(_ => throw new NotImplementedException()),
            Check06.LeakySlope((_, _) => throw new NotImplementedException()),
            Check06.SwishSlope(_ => throw new NotImplementedException()),
            Check06.CentralDifference((_, _, _) => throw new NotImplementedException()),
            Check06.Repaired((_, _, _) => throw new NotImplementedException()),
        ];

        Assert.All(results, result => Assert.False(result.IsDone));
        Assert.All(results, result => Assert.StartsWith("Your turn", result.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryCheck_Null_IsNotDone()
    {
        Assert.False(Check06.SigmoidSlope(null!).IsDone);
        Assert.False(Check06.LeakySlope(null!).IsDone);
        Assert.False(Check06.CentralDifference(null!).IsDone);
        Assert.False(Check06.Repaired(null!).IsDone);
    }

    [Fact]
    public void SigmoidSlope_WrongAnswers_GetTheirReason()
    {
        Refused(Check06.SigmoidSlope(a => Sigmoid(a) * (1 - Sigmoid(a))), "a = σ(z) already");
        Refused(Check06.SigmoidSlope(a => 1 - a), "One factor is missing");
        Refused(Check06.SigmoidSlope(a => 1 - (a * a)), "slope of tanh");
        Refused(Check06.SigmoidSlope(a => a * (a - 1)), "sign");
        Refused(Check06.SigmoidSlope(a => a), "a (1 − a)");
    }

    [Fact]
    public void TanhSlope_WrongAnswers_GetTheirReason()
    {
        Refused(Check06.TanhSlope(z => 1 - (z * z)), "You squared z");
        Refused(Check06.TanhSlope(z => 1 - Math.Tanh(z)), "square is missing");
        Refused(Check06.TanhSlope(z => Sigmoid(z) * (1 - Sigmoid(z))), "slope of the sigmoid");
    }

    [Fact]
    public void LeakySlope_WrongAnswers_GetTheirReason()
    {
        Refused(Check06.LeakySlope((z, _) => z > 0 ? 1 : 0), "plain ReLU");
        Refused(Check06.LeakySlope((z, slope) => Math.Max(slope * z, z)), "the value");
        Refused(Check06.LeakySlope((z, _) => z > 0 ? 1 : 0.01), "second argument");
        Refused(Check06.LeakySlope((z, slope) => z > 0 ? slope : 1), "swapped");
    }

    [Fact]
    public void SwishSlope_WrongAnswers_GetTheirReason()
    {
        Refused(Check06.SwishSlope(Sigmoid), "The other half is z · σ'(z)");
        Refused(Check06.SwishSlope(z => Sigmoid(z) * (1 - Sigmoid(z))), "not the product of the derivatives");
        Refused(Check06.SwishSlope(z => Sigmoid(z) + (Sigmoid(z) * (1 - Sigmoid(z)))), "factor z is missing");
    }

    [Fact]
    public void CentralDifference_WrongAnswers_GetTheirReason()
    {
        Refused(Check06.CentralDifference((f, z, h) => (f(z + h) - f(z)) / h), "forward difference");
        Refused(Check06.CentralDifference((f, z, h) => (f(z + h) - f(z - h)) / h), "run is 2h");
        Refused(Check06.CentralDifference((f, z, h) => (f(z + h) - f(z - h)) / 2 * h), "parentheses");
        Refused(Check06.CentralDifference((f, z, h) => (f(z - h) - f(z + h)) / (2 * h)), "sign");
    }

    [Theory]
    [InlineData(false, false, "Two lines are wrong")]
    [InlineData(false, true, "with the slope at Z1")]
    [InlineData(true, false, "Only dW2 is off")]
    public void Repaired_LinesStillWrong_PointsAtThem(bool slopeMended, bool meanMended, string reason) => Refused(
        Check06.Repaired((net, X, Y) =>
        {
            ForwardPass pass = net.Forward(X);
            double m = X.ColumnCount;
            Matrix<double> dZ2 = pass.A2 - Y;
            Matrix<double> dW2 = dZ2 * pass.A1.Transpose();
            Matrix<double> dZ1 = (net.W2.Transpose() * dZ2).PointwiseMultiply(net.Hidden.Derivative(slopeMended ? pass.Z1 : pass.A1));
            return new(dZ1 * X.Transpose() / m, dZ1.RowSums() / m, meanMended ? dW2 / m : dW2, dZ2.RowSums() / m);
        }),
        reason);

    private static void Refused(CheckResult result, string reason)
    {
        Assert.False(result.IsDone);
        Assert.Contains(reason, result.Hint, StringComparison.Ordinal);
    }

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));
}

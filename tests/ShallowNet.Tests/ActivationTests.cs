namespace ShallowNet.Tests;

public sealed class ActivationTests
{
    public static TheoryData<string> Names => [.. Activation.All.Select(g => g.Name)];

    [Fact]
    public void All_Names_AreTheFiveOfTheCourse() =>
        Assert.Equal(["sigmoid", "tanh", "ReLU", "leaky ReLU", "linear"], Activation.All.Select(g => g.Name));

    [Theory]
    [InlineData("sigmoid", 0, 0.5, 0.25)]
    [InlineData("sigmoid", 2, 0.88079707797788243, 0.10499358540350652)]
    [InlineData("tanh", 0, 0, 1)]
    [InlineData("tanh", 0.5, 0.46211715726000976, 0.78644773296592741)]
    [InlineData("ReLU", 3, 3, 1)]
    [InlineData("ReLU", -3, 0, 0)]
    [InlineData("ReLU", 0, 0, 0)]
    [InlineData("leaky ReLU", 3, 3, 1)]
    [InlineData("leaky ReLU", -3, -0.03, 0.01)]
    [InlineData("leaky ReLU", 0, 0, 0.01)]
    [InlineData("linear", -3, -3, 1)]
    public void ValueAndDerivative_KnownPoint_AreRight(string name, double z, double value, double derivative)
    {
        var g = Of(name);
        Assert.Equal(value, g.Value(z), 1e-15);
        Assert.Equal(derivative, g.Derivative(z), 1e-15);
    }

    [Theory, MemberData(nameof(Names))]
    public void Derivative_RandomPoints_AgreesWithNumericalDerivative(string name)
    {
        var g = Of(name);
        Gen.Double[-10, 10].Where(z => Math.Abs(z) > 1e-4).Sample(
            z => Assert.Equal(NumericalDerivative.Central(g.Value, z), g.Derivative(z), 1e-9), iter: RandomCase.Count);
    }

    [Theory, MemberData(nameof(Names))]
    public void ValueAndDerivative_SpanArrayMatrixScalar_Agree(string name)
    {
        var g = Of(name);
        Gen.Double[-50, 50].Array[1, 70].Sample(
            z =>
            {
                double[] values = [.. z.Select(g.Value)], slopes = [.. z.Select(g.Derivative)];
                var Z = Matrix<double>.Build.Dense(1, z.Length, z);
                for (var i = 0; i < z.Length; i++)
                {
                    Assert.Equal(values[i], g.Value(z)[i], 1e-15 * Math.Abs(values[i]));
                    Assert.Equal(slopes[i], g.Derivative(z)[i], 1e-15);
                    Assert.Equal(g.Value(z)[i], g.Value(Z)[0, i]);
                    Assert.Equal(g.Derivative(z)[i], g.Derivative(Z)[0, i]);
                    Assert.Equal(g.Value(z)[i], g.Value(Z.Row(0))[i]);
                    Assert.Equal(g.Derivative(z)[i], g.Derivative(Z.Row(0))[i]);
                }
                double[] a = g.Value(z), ones = [.. z.Select(_ => 1.0)];
                g.TimesSlope(z, a, ones);
                Assert.Equal(g.Derivative(z), ones);
            },
            iter: RandomCase.Count);
    }

    [Theory, MemberData(nameof(Names))]
    public void Value_InPlace_IsTheSame(string name)
    {
        double[] z = [.. Enumerable.Range(-20, 41).Select(i => i / 4.0)];
        double[] values = (double[])z.Clone(), slopes = (double[])z.Clone();
        Of(name).Value(values, values);
        Of(name).Derivative(slopes, slopes);
        Assert.Equal(Of(name).Value(z), values);
        Assert.Equal(Of(name).Derivative(z), slopes);
    }

    [Fact]
    public void Tanh_AnyZ_IsTheShiftedAndRescaledSigmoid() => Gen.Double[-20, 20].Sample(
        z => Assert.Equal(2 * Activation.Sigmoid.Value(2 * z) - 1, Activation.Tanh.Value(z), 1e-15), iter: RandomCase.Count);

    [Fact]
    public void Custom_SoftPlus_TrainsAndPassesTheGradientCheck()
    {
        var softplus = Activation.Custom("softplus", z => Math.Log(1 + Math.Exp(z)), z => 1 / (1 + Math.Exp(-z)));
        var net = new Network(2, 4, hidden: softplus, initializer: Initializer.Xavier);
        var data = Datasets.Moons(100);
        Assert.True(GradientCheck.Run(net, data.X, data.Y).Passed);
        var history = new Trainer { Epochs = 100 }.Train(net, data);
        Assert.True(history.FinalCost < 0.8 * history.Costs[0]);
        Assert.Equal("softplus", softplus.ToString());
    }

    [Fact]
    public void LeakyReLU_OtherSlope_ShowsItInItsName()
    {
        var g = Activation.LeakyReLU(0.2);
        Assert.Equal("leaky ReLU 0.2", g.Name);
        Assert.Equal(-0.2, g.Value(-1.0), 1e-15);
    }

    [Theory, InlineData(0), InlineData(1), InlineData(double.NaN)]
    public void LeakyReLU_SlopeOutOfRange_IsNamed(double slope) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(slope), () => Activation.LeakyReLU(slope));

    [Fact]
    public void Custom_NoName_IsRefused() => Assert.Throws<ArgumentException>("name", () => Activation.Custom(" ", z => z, _ => 1));

    [Fact]
    public void LeakyReLU_SameSlope_IsTheSame()
    {
        Assert.True(Activation.LeakyReLU() == Activation.All[3]);
        Assert.True(Activation.LeakyReLU(0.2) == Activation.LeakyReLU(0.2));
        Assert.False(Activation.LeakyReLU(0.2) == Activation.LeakyReLU(0.3));
    }

    private static Activation Of(string name) => Activation.All.Single(g => g.Name == name);
}

namespace ShallowNet.Tests;

public sealed class InitializerTests
{
    public static TheoryData<string, double> Deviations => new()
    {
        { "Gaussian × 0.01", 0.01 },
        { "Xavier", Math.Sqrt(2.0 / (300 + 200)) },
        { "Glorot uniform", Math.Sqrt(2.0 / (300 + 200)) },
        { "He", Math.Sqrt(2.0 / 300) },
    };

    [Theory, MemberData(nameof(Deviations))]
    public void Weights_ManyDraws_HaveMean0AndTheStatedDeviation(string name, double deviation)
    {
        Initializer[] all = [Initializer.Gaussian(), Initializer.Xavier, Initializer.GlorotUniform, Initializer.He];
        var W = all.Single(initializer => initializer.Name == name).Weights(200, 300, new Random(7)).Enumerate().ToArray();

        // 60 000 draws: five standard errors on either side.
        Assert.Equal(0, W.Average(), 5 * deviation / Math.Sqrt(W.Length));
        Assert.Equal(deviation, Math.Sqrt(W.Average(w => w * w)), 5 * deviation / Math.Sqrt(2.0 * W.Length));
    }

    [Fact]
    public void Weights_ZerosAndConstant_AreThat()
    {
        Assert.All(Initializer.Zeros.Weights(2, 3, new Random(1)).Enumerate(), w => Assert.Equal(0, w));
        Assert.All(Initializer.Constant(0.5).Weights(2, 3, new Random(1)).Enumerate(), w => Assert.Equal(0.5, w));
    }

    [Fact]
    public void Initializer_NumberOutOfRange_IsNamed()
    {
        Assert.Throws<ArgumentOutOfRangeException>("value", () => Initializer.Constant(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("scale", () => Initializer.Gaussian(double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>("outputs", () => Initializer.He.Weights(0, 1, new(1)));
        Assert.Throws<ArgumentOutOfRangeException>("inputs", () => Initializer.He.Weights(1, 0, new(1)));
        var thrown = Assert.Throws<ArgumentOutOfRangeException>(() => Initializer.He.Weights(20_000, 5_001, new(1)));
        Expect.Start(thrown.Message, "20,000 units with 5,001 inputs have 100,020,000 weights, expected at most 100,000,000");
    }

    [Fact]
    public void Weights_GlorotUniform_FillTheRangeOfTheFormula()
    {
        var sizes = Initializer.GlorotUniform.Weights(200, 300, new Random(7)).Enumerate().Select(Math.Abs).ToArray();
        Assert.InRange(sizes.Max(), 0.999 * Math.Sqrt(6.0 / 500), Math.Sqrt(6.0 / 500));
    }

    [Fact]
    public void Weights_GaussianOfScale0_HaveNoNegativeZero() =>
        Assert.All(Initializer.Gaussian(0).Weights(4, 2, new Random(1)).Enumerate(), w => Assert.False(double.IsNegative(w)));
}

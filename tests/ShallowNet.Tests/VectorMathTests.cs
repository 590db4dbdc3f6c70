namespace ShallowNet.Tests;

/// <summary>The vectorized functions against the exact ones; WidthTests runs them again on narrower vectors.</summary>
public sealed class VectorMathTests
{
    /// <summary>Sizes from 1e-300 to 700, both signs.</summary>
    private static readonly Gen<double> AnySize =
        Gen.Select(Gen.Double[-300, Math.Log10(700)], Gen.Bool).Select((e, negative) => Math.Pow(10, e) * (negative ? -1 : 1));

    /// <summary>Not a multiple of eight, so that some numbers are left over.</summary>
    private static readonly Gen<double[]> Points =
        Gen.OneOf(AnySize, Gen.Double[-700, 700], Gen.Double[-30, 30], Gen.Double[-1, 1]).Array[29];

    [Fact]
    public void Tanh_AnyZ_IsWithin2Ulp() => Points.Sample(
        z => AssertWithin2Ulp(z, Activation.Tanh.Value(z), Exact.TanhError), iter: RandomCase.Count / 10);

    [Fact]
    public void Tanh_WhereRoundingHurtsMost_IsWithin2Ulp()
    {
        // Just below a power of two a unit in the last place is smallest beside the number.
        double[] z = [.. Enumerable.Range(0, 2000).Select(i => Math.ScaleB(1 - i / 40_000.0, -4 - i % 5))];
        AssertWithin2Ulp(z, Activation.Tanh.Value(z), Exact.TanhError);
    }

    [Fact]
    public void Sigmoid_AnyZ_IsWithin2Ulp() => Points.Sample(
        z => AssertWithin2Ulp(z, Activation.Sigmoid.Value(z), Exact.SigmoidError), iter: RandomCase.Count / 10);

    [Fact]
    public void Sigmoid_WhereRoundingHurtsMost_IsWithin2Ulp()
    {
        // Here the result is just below 1/8, and e^z, the sum and the quotient round the worst together.
        double[] z = [.. Enumerable.Range(0, 3000).Select(i => -1.9459 - i / 100_000.0)];
        AssertWithin2Ulp(z, Activation.Sigmoid.Value(z), Exact.SigmoidError);
    }

    [Fact]
    public void TanhAndSigmoid_EdgeOfTheDomain_AreRight()
    {
        double[] z = [0, -0.0, double.PositiveInfinity, double.NegativeInfinity, double.NaN, 1e300, -1e300, double.Epsilon];
        var tanhs = Activation.Tanh.Value(z);
        Assert.Equal([0, -0.0, 1, -1, double.NaN, 1, -1, double.Epsilon], tanhs);
        Assert.Equal(BitConverter.DoubleToInt64Bits(-0.0), BitConverter.DoubleToInt64Bits(tanhs[1]));
        var sigmoids = Activation.Sigmoid.Value(z);
        Assert.Equal([0.5, 0.5, 1, double.NaN, 1, 0.5], [.. sigmoids.Where((_, i) => i is not (3 or 6))]);
        Assert.InRange(sigmoids[3], 0, 1e-307);
        Assert.InRange(sigmoids[6], 0, 1e-307);
    }

    private static void AssertWithin2Ulp(double[] z, double[] results, Func<double, double, double> error)
    {
        for (var i = 0; i < z.Length; i++)
        {
            var ulps = error(z[i], results[i]);
            Assert.True(ulps < 2, $"{ulps} ulp at {z[i]:R}");
        }
    }
}

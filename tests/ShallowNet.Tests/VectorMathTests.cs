using CsCheck;

namespace ShallowNet.Tests;

/// <summary>The vectorized functions at every width, against the exact ones.</summary>
public sealed class VectorMathTests
{
    /// <summary>Sizes from 1e-300 to 700, both signs.</summary>
    private static readonly Gen<double> AnySize = Gen.Select(Gen.Double[-300, Math.Log10(700)], Gen.Bool).Select((e, negative) => Math.Pow(10, e) * (negative ? -1 : 1));

    private static readonly Gen<double[]> Points = Gen.OneOf(AnySize, Gen.Double[-700, 700], Gen.Double[-30, 30], Gen.Double[-1, 1]).Array[16];

    public static TheoryData<int> Widths => [128, 256, 512];

    [Theory, MemberData(nameof(Widths))]
    public void Tanh_AnyZ_IsWithin2Ulp(int width) => Points.Sample(
        z => AssertWithin2Ulp(z, Map<TanhOf>(width, z), Exact.TanhError), iter: RandomCase.Count / 10);

    [Fact]
    public void Tanh_WhereRoundingHurtsMost_IsWithin2Ulp()
    {
        // Just below a power of two a unit in the last place is smallest beside the number.
        double[] z = [.. Enumerable.Range(0, 2000).Select(i => Math.ScaleB(1 - i / 40_000.0, -4 - i % 5))];
        AssertWithin2Ulp(z, Map<TanhOf>(512, z), Exact.TanhError);
    }

    [Theory, MemberData(nameof(Widths))]
    public void Sigmoid_AnyZ_IsWithin2Ulp(int width) => Points.Sample(
        z => AssertWithin2Ulp(z, Map<SigmoidOf>(width, z), Exact.SigmoidError), iter: RandomCase.Count / 10);

    [Fact]
    public void Sigmoid_WhereRoundingHurtsMost_IsWithin2Ulp()
    {
        // Here the result is just below 1/8, and e^z, the sum and the quotient round the worst together.
        double[] z = [.. Enumerable.Range(0, 3000).Select(i => -1.9459 - i / 100_000.0)];
        AssertWithin2Ulp(z, Map<SigmoidOf>(512, z), Exact.SigmoidError);
    }

    [Theory, MemberData(nameof(Widths))]
    public void All_EdgeOfTheDomain_AreRight(int width)
    {
        double[] z = [0, -0.0, double.PositiveInfinity, double.NegativeInfinity, double.NaN, 1e300, -1e300, double.Epsilon];
        Assert.Equal([0, -0.0, 1, -1, double.NaN, 1, -1, double.Epsilon], Map<TanhOf>(width, z));
        var sigmoids = Map<SigmoidOf>(width, z);
        Assert.Equal([0.5, 0.5, 1, double.NaN, 1, 0.5], [.. sigmoids.Where((_, i) => i is not (3 or 6))]);
        Assert.InRange(sigmoids[3], 0, 1e-307);
        Assert.InRange(sigmoids[6], 0, 1e-307);
        Assert.Equal(BitConverter.DoubleToInt64Bits(-0.0), BitConverter.DoubleToInt64Bits(Map<TanhOf>(width, z)[1]));
    }

    [Fact]
    public void Kernels_EveryWidth_AgreeBeyondRounding() => RandomCase.Any.Sample(
        c =>
        {
            Rows X = Rows.Of(c.X), Z = new(c.Net.Nh, X.Columns);
            double[] W = c.Net.W1.ToRowMajorArray(), b = c.Net.b1.ToArray();
            var expected = Run<Lanes512>();
            Close(expected, Run<Lanes256>());
            Close(expected, Run<Lanes128>());

            double[] Run<V>()
                where V : struct, ILanes<V>
            {
                var dZ = new double[Z.Values.Length];
                double[] dW = new double[W.Length], db = new double[b.Length];
                Kernels<V>.Affine(W, b, X.Values, Z.Values, X.Width);
                var cost = Kernels<V>.CrossEntropy(Z.Values, new double[dZ.Length], Rows.Shares(X.Columns, X.Width, X.Columns).Span, dZ);
                Kernels<V>.AddGradients(dZ, X.Values, dW, db, X.Width);
                return [cost, .. Z.Values, .. dZ, .. dW, .. db];
            }
        },
        iter: RandomCase.Count);

    private static void Close(double[] expected, double[] actual)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], 1e-13 * (1 + Math.Abs(expected[i])));
        }
    }

    private static void AssertWithin2Ulp(double[] z, double[] results, Func<double, double, double> error)
    {
        for (var i = 0; i < z.Length; i++)
        {
            var ulps = error(z[i], results[i]);
            Assert.True(ulps < 2, $"{ulps} ulp at {z[i]:R}");
        }
    }

    private static double[] Map<F>(int width, double[] z)
        where F : struct, ILaneFunction
    {
        var y = new double[z.Length];
        switch (width)
        {
            case 128:
                Kernels<Twice<Lanes128>>.Map(z, y, default(F));
                break;
            case 256:
                Kernels<Twice<Lanes256>>.Map(z, y, default(F));
                break;
            default:
                Kernels<Twice<Lanes512>>.Map(z, y, default(F));
                break;
        }
        return y;
    }

    private readonly struct TanhOf : ILaneFunction
    {
        public V Of<V>(V z, V _)
            where V : struct, ILanes<V> => VectorMath<V>.Tanh(z, ExpConstants.Twice);
    }

    private readonly struct SigmoidOf : ILaneFunction
    {
        public V Of<V>(V z, V _)
            where V : struct, ILanes<V> => VectorMath<V>.Sigmoid(z, ExpConstants.Minus);
    }
}

using System.Numerics;

namespace ShallowNet.Tests;

/// <summary>Finds the constants of tanh and sigmoid again by Remez's exchange, in whole multiples of 2^-256.</summary>
public sealed class RemezTests
{
    private const int Bits = 256, Count = 11;

    private static readonly BigInteger One = BigInteger.One << Bits;
    /// <summary>Σ 1 / (n 2^n)</summary>
    private static readonly BigInteger Ln2 = Enumerable.Range(1, Bits).Aggregate(BigInteger.Zero, (sum, n) => sum + (One >> n) / n);

    [Fact]
    public void Coefficients_OfTheExponential_AreThoseOfTheExchange()
    {
        double[] expected =
        [
            ExpConstants.C2, ExpConstants.C3, ExpConstants.C4, ExpConstants.C5, ExpConstants.C6, ExpConstants.C7, ExpConstants.C8,
            ExpConstants.C9, ExpConstants.C10, ExpConstants.C11, ExpConstants.C12,
        ];
        var (coefficients, error) = Exchange();
        Assert.Equal(expected, coefficients.Select(Nearest));
        Assert.InRange((double)error / (double)One, 0, 0.01 * Math.ScaleB(1, -53));
    }

    [Fact]
    public void Logarithms_OfTwo_AreTheNearestNumbers()
    {
        Assert.Equal(ExpConstants.MinusLn2, -Nearest(Ln2));
        Assert.Equal(ExpConstants.Log2OfE, Nearest(Divide(One, Ln2)));
        Assert.Equal(0, BitConverter.DoubleToInt64Bits(ExpConstants.MinusLn2High) & 0xFFFFF);
        Assert.Equal(ExpConstants.MinusLn2Low, -Nearest(Ln2 + Fixed(ExpConstants.MinusLn2High)));
    }

    /// <summary>
    /// The c of least greatest error of (x + c2 x² + ... + c12 x^12) / (e^x - 1) - 1 where |x| is at most log(2)/2: the errors at twelve
    /// points are made equal with alternating signs, then the points move to where the errors are greatest, and so on.
    /// </summary>
    private static (BigInteger[] Coefficients, BigInteger Error) Exchange()
    {
        var reach = Ln2 / 2;
        BigInteger[] points = [.. Enumerable.Range(0, Count + 1).Select(i => Multiply(reach, Fixed(-Math.Cos(Math.PI * i / Count))))];
        for (var round = 0; ; round++)
        {
            var solution = Solve([.. points.Select((x, i) => (BigInteger[])
                [.. Enumerable.Range(0, Count).Select(k => Power(x, k)), (i % 2 == 0 ? 1 : -1) * Divide(One, Weight(x)), Tail(x, 2)])]);
            var coefficients = solution[..Count];
            if (round == 8)
                return (coefficients, BigInteger.Abs(solution[Count]));
            points = Extremes(x => Multiply(Polynomial(coefficients, x) - Tail(x, 2), Weight(x)), reach);
        }
    }

    /// <summary>What makes the error of (e^x - 1 - x) / x² the relative one of e^x - 1, but for its sign.</summary>
    private static BigInteger Weight(BigInteger x) => Divide(BigInteger.Abs(x), Tail(x, 1));

    /// <summary>Where f is greatest or least between its changes of sign: by looking, then by closing in.</summary>
    private static BigInteger[] Extremes(Func<BigInteger, BigInteger> f, BigInteger reach)
    {
        const int steps = 300;
        BigInteger[] x = [.. Enumerable.Range(0, steps + 1).Select(i => reach * (2 * i - steps) / steps)], y = [.. x.Select(f)];
        List<int> best = [0];
        for (var i = 1; i <= steps; i++)
        {
            if (y[i].Sign * y[best[^1]].Sign < 0)
                best.Add(i);
            else if (BigInteger.Abs(y[i]) > BigInteger.Abs(y[best[^1]]))
                best[^1] = i;
        }
        Assert.Equal(Count + 1, best.Count);
        return [.. best.Select(i => Closer(x[Math.Max(i - 1, 0)], x[Math.Min(i + 1, steps)]))];

        BigInteger Closer(BigInteger low, BigInteger high)
        {
            for (var i = 0; i < 60; i++)
            {
                var third = (high - low) / 3;
                (low, high) = BigInteger.Abs(f(low + third)) < BigInteger.Abs(f(high - third)) ? (low + third, high) : (low, high - third);
            }
            return (low + high) / 2;
        }
    }

    /// <summary>Gauss's elimination; the last column is the right side.</summary>
    private static BigInteger[] Solve(BigInteger[][] rows)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            var pivot = Enumerable.Range(i, rows.Length - i).MaxBy(r => BigInteger.Abs(rows[r][i]));
            (rows[i], rows[pivot]) = (rows[pivot], rows[i]);
            for (var r = 0; r < rows.Length; r++)
            {
                var factor = r == i ? BigInteger.Zero : Divide(rows[r][i], rows[i][i]);
                rows[r] = [.. rows[r].Select((value, k) => value - Multiply(factor, rows[i][k]))];
            }
        }
        return [.. rows.Select((row, i) => Divide(row[^1], row[i]))];
    }

    /// <summary>1/k! + x/(k+1)! + x²/(k+2)! + ..., so that e^x - 1 is x Tail(x, 1).</summary>
    private static BigInteger Tail(BigInteger x, int k)
    {
        var (sum, term) = (BigInteger.Zero, One / k);
        for (var n = k + 1; !term.IsZero && term != BigInteger.MinusOne; n++)
        {
            sum += term;
            term = Multiply(term, x) / n;
        }
        return sum;
    }

    private static BigInteger Polynomial(BigInteger[] c, BigInteger x) =>
        c.Reverse().Aggregate(BigInteger.Zero, (sum, coefficient) => Multiply(sum, x) + coefficient);

    private static BigInteger Power(BigInteger x, int k) => Enumerable.Repeat(x, k).Aggregate(One, Multiply);

    private static BigInteger Multiply(BigInteger a, BigInteger b) => (a * b) >> Bits;

    private static BigInteger Divide(BigInteger a, BigInteger b) => (a << Bits) / b;

    private static BigInteger Fixed(double value) => Exact.Fixed(value) >> (Exact.Bits - Bits);

    private static double Nearest(BigInteger value)
    {
        var near = (double)value / (double)One;
        return new[] { Math.BitDecrement(near), near, Math.BitIncrement(near) }.MinBy(d => BigInteger.Abs(Fixed(d) - value));
    }
}

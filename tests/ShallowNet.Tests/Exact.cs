using System.Numerics;

namespace ShallowNet.Tests;

/// <summary>e^z and its relatives to about 390 decimals, as whole multiples of 2^-1400: slow and plain, to judge the fast ones.</summary>
internal static class Exact
{
    public const int Bits = 1400;

    private static readonly BigInteger One = BigInteger.One << Bits;

    /// <summary>How far a result is from the true tanh z, in units in the last place of the result.</summary>
    public static double TanhError(double z, double result)
    {
        var e = Exp(2 * Fixed(z));
        return Ulps(Divide(e - One, e + One), result);
    }

    public static double SigmoidError(double z, double result) => Ulps(Divide(One, One + Exp(-Fixed(z))), result);

    public static BigInteger Fixed(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        BigInteger mantissa = (bits & 0xFFFFFFFFFFFFF) | (exponent > 0 ? 1L << 52 : 0);
        var scaled = mantissa << (Bits + Math.Max(exponent, 1) - 1075);
        return bits < 0 ? -scaled : scaled;
    }

    /// <summary>e^y = (e^(y / 2^20))^(2^20), the inner one by its Taylor series.</summary>
    private static BigInteger Exp(BigInteger y)
    {
        const int Halvings = 20, Extra = 64;
        var unit = One << Extra;
        var x = (y << Extra) >> Halvings;
        var (sum, term) = (unit, unit);
        for (var n = 1; !term.IsZero; n++)
        {
            term = ((term * x) >> (Bits + Extra)) / n;
            sum += term;
        }
        for (var i = 0; i < Halvings; i++)
            sum = (sum * sum) >> (Bits + Extra);
        return sum >> Extra;
    }

    private static BigInteger Divide(BigInteger a, BigInteger b) => (a << Bits) / b;

    private static double Ulps(BigInteger exact, double result)
    {
        var ulp = Math.ILogB(Math.BitIncrement(Math.Abs(result)) - Math.Abs(result));
        var difference = BigInteger.Abs(exact - Fixed(result));
        return (double)(difference << 40 >> (Bits + ulp)) / (1L << 40);
    }
}

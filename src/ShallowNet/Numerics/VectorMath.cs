using System.Runtime.CompilerServices;

namespace ShallowNet;

/// <summary>
/// tanh, sigmoid and log(1 + e^z) of several numbers at once, within 2 units in the last place. All rest on e^y - 1 = 2^n e^r - 1 with
/// y = n log 2 + r and |r| at most log(2)/2 (Tang 1989), where e^r - 1 is its Taylor series up to r^13 / 13!.
/// </summary>
internal static class VectorMath<V>
    where V : struct, ILanes<V>
{
    private const double Log2OfE = 1.4426950408889634;

    /// <summary>log 2 in two parts: the first has 20 zero bits at its end, so that n times it is exact.</summary>
    private const double Ln2High = 0.693147180369123816490, Ln2Low = 1.90821492927058770002e-10;

    /// <summary>1.5 · 2^52 + 1023: adding it leaves, in the lowest bits, the nearest whole number n as the exponent of 2^n.</summary>
    private const double Rounder = 6755399441055744.0 + 1023;

    /// <summary>Beyond this e^-z is lost beside 1, and e^z would soon overflow.</summary>
    private const double Far = 708;

    /// <summary>tanh z = (e^2|z| - 1) / (e^2|z| + 1), with the sign of z.</summary>
    [MethodImpl(Jit.Inline)]
    public static V Tanh(V z)
    {
        // From 20 on tanh is 1 in double precision.
        var y = V.AtMost(V.All(40), V.Abs(z + z));
        Reduce(y, out var scale, out var r, out _);
        var e = V.MultiplyAdd(Tail(r), scale, V.MultiplyAdd(r, scale, scale - V.All(1)));
        var sum = e + V.All(2);
        var t = e / sum;
        // The last bits that e + 2 lost: t := t - t lost / (e + 2), where 1 / (e + 2) is (1 - t) / 2.
        var lost = e - (sum - V.All(2));
        t = V.MultiplyAdd(t * lost, V.MultiplyAdd(t, V.All(0.5), V.All(-0.5)), t);
        return V.WithSignOf(t, z);
    }

    /// <summary>1 / (1 + e^-z)</summary>
    [MethodImpl(Jit.Inline)]
    public static V Sigmoid(V z) => Sigmoid(z, ExpOfMinusAbs(z));

    /// <summary>log(1 + e^z)</summary>
    [MethodImpl(Jit.Inline)]
    public static V SoftPlus(V z) => SoftPlus(z, ExpOfMinusAbs(z));

    /// <summary>The sigmoid, and u = e^-|z| besides, of which it is made.</summary>
    [MethodImpl(Jit.Inline)]
    public static V Sigmoid(V z, out V u) => Sigmoid(z, u = ExpOfMinusAbs(z));

    /// <summary>1 / (1 + u) right of 0, where u = e^-|z|, and u / (1 + u) left of it.</summary>
    [MethodImpl(Jit.Inline)]
    private static V Sigmoid(V z, V u)
    {
        var sum = V.All(1) + u;
        var a = V.IfGreater(z, V.All(0), V.All(1), u) / sum;
        // The last bits that 1 + u lost: a := a - a lost / (1 + u), where 1 / (1 + u) is a or 1 - a.
        var lost = u - (sum - V.All(1));
        return a - a * lost * V.IfGreater(z, V.All(0), a, V.All(1) - a);
    }

    /// <summary>max(z, 0) + log(1 + u), where u = e^-|z|.</summary>
    [MethodImpl(Jit.Inline)]
    private static V SoftPlus(V z, V u) => V.IfGreater(V.All(0), z, V.All(0), z) + Log1P(u);

    [MethodImpl(Jit.Inline)]
    private static V ExpOfMinusAbs(V z)
    {
        var y = V.All(0) - V.AtMost(V.All(Far), V.Abs(z));
        Reduce(y, out var scale, out var r, out var rest);
        return V.MultiplyAdd(Tail(r) + rest + r, scale, scale);
    }

    /// <summary>y = n log 2 + r + rest, where |r| is at most log(2)/2 and rest is what r lost in rounding; scale is 2^n.</summary>
    [MethodImpl(Jit.Inline)]
    private static void Reduce(V y, out V scale, out V r, out V rest)
    {
        var rounded = V.MultiplyAdd(y, V.All(Log2OfE), V.All(Rounder));
        var n = rounded - V.All(Rounder);
        var high = V.MultiplyAdd(n, V.All(-Ln2High), y);
        r = V.MultiplyAdd(n, V.All(-Ln2Low), high);
        rest = V.MultiplyAdd(n, V.All(-Ln2Low), high - r);
        scale = V.FromExponent(rounded);
    }

    /// <summary>e^r - 1 - r = r² (1/2! + r/3! + ... + r^11/13!), in pairs, so that the processor can work on several at a time.</summary>
    [MethodImpl(Jit.Inline)]
    private static V Tail(V r)
    {
        var r2 = r * r;
        var r4 = r2 * r2;
        var a = V.MultiplyAdd(V.MultiplyAdd(V.All(1 / 120.0), r, V.All(1 / 24.0)), r2, V.MultiplyAdd(V.All(1 / 6.0), r, V.All(1 / 2.0)));
        var b = V.MultiplyAdd(V.MultiplyAdd(V.All(1 / 362880.0), r, V.All(1 / 40320.0)), r2, V.MultiplyAdd(V.All(1 / 5040.0), r, V.All(1 / 720.0)));
        var c = V.MultiplyAdd(V.MultiplyAdd(V.All(1 / 6227020800.0), r, V.All(1 / 479001600.0)), r2, V.MultiplyAdd(V.All(1 / 39916800.0), r, V.All(1 / 3628800.0)));
        return V.MultiplyAdd(V.MultiplyAdd(c, r4, b), r4, a) * r2;
    }

    /// <summary>log(1 + u) for u from 0 to 1: 2 artanh(s) with s = u / (2 + u), or log 2 + 2 artanh((u - 1) / (u + 3)) for the larger u.</summary>
    [MethodImpl(Jit.Inline)]
    private static V Log1P(V u)
    {
        // Where 1 + u exceeds the square root of 2, (1 + u) / 2 is nearer to 1.
        var edge = V.All(0.41421356237309503);
        var addend = V.IfGreater(u, edge, V.All(3), V.All(2));
        var sum = u + addend;
        var s = V.IfGreater(u, edge, u - V.All(1), u) / sum;
        var s2 = s * s;
        var series = V.MultiplyAdd(V.All(1 / 23.0), s2, V.All(1 / 21.0));
        series = V.MultiplyAdd(series, s2, V.All(1 / 19.0));
        series = V.MultiplyAdd(series, s2, V.All(1 / 17.0));
        series = V.MultiplyAdd(series, s2, V.All(1 / 15.0));
        series = V.MultiplyAdd(series, s2, V.All(1 / 13.0));
        series = V.MultiplyAdd(series, s2, V.All(1 / 11.0));
        series = V.MultiplyAdd(series, s2, V.All(1 / 9.0));
        series = V.MultiplyAdd(series, s2, V.All(1 / 7.0));
        series = V.MultiplyAdd(series, s2, V.All(1 / 5.0));
        series = V.MultiplyAdd(series, s2, V.All(1 / 3.0));
        // The last bits that the sum lost: s := s - s lost / sum, where 1 / sum is (1 - s) / 2 or (1 - s) / 4.
        var lost = (sum - addend - u) * (V.All(1) - s) * V.IfGreater(u, edge, V.All(0.25), V.All(0.5));
        var twice = s + s;
        var low = V.MultiplyAdd(twice, lost, V.IfGreater(u, edge, V.All(2.3190468138462996e-17), V.All(0)));
        return V.IfGreater(u, edge, V.All(0.69314718055994529), V.All(0)) + (V.MultiplyAdd(twice * s2, series, low) + twice);
    }
}

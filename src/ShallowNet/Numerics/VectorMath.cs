using System.Runtime.CompilerServices;

namespace ShallowNet;

/// <summary>
/// tanh and sigmoid of several numbers at once, within 2 units in the last place. Both rest on e^x = 2^n e^r with x = n log 2 + r and
/// |r| at most log(2)/2 (Tang 1989), where e^r - 1 is a polynomial.
/// </summary>
internal static class VectorMath<V>
    where V : struct, ILanes<V>
{
    /// <summary>tanh z = h / (h + 1) with h = (e^2|z| - 1) / 2, and the sign of z; c are <see cref="ExpConstants.Twice"/>.</summary>
    [MethodImpl(Jit.Inline)]
    public static V Tanh(V z, ExpConstants c)
    {
        V one = V.All(c.One), half = V.All(c.Half);
        var y = V.AtMost(V.All(c.MaxForTanh), V.Abs(z));
        // The quotient of two that are nearly alike forgives that log 2 is in one part only.
        var n = WholeNumber(y, c, out var scale);
        var r = V.MultiplyAdd(n, V.All(c.MinusLn2), y);
        var r2 = r * r;
        var h = V.MultiplyAdd(Series(r, r2, c), r2 * scale, V.MultiplyAdd(r, scale + scale, scale - half));
        var sum = h + one;
        var t = h / sum;
        // The last bits that h + 1 lost: t := t + t lost / (h + 1), where 1 / (h + 1) is 1 - t.
        var lost = (sum - one) - h;
        t = V.MultiplyAdd(t * lost, one - t, t);
        return V.WithSignOf(t, z);
    }

    /// <summary>1 / (1 + e^-z); c are <see cref="ExpConstants.Minus"/>.</summary>
    [MethodImpl(Jit.Inline)]
    public static V Sigmoid(V z, ExpConstants c) => Sigmoid(z, c, out _);

    /// <summary>The sigmoid, and u = e^-|z| besides, of which it is made: 1 / (1 + u) right of 0 and u / (1 + u) left of it.</summary>
    [MethodImpl(Jit.Inline)]
    public static V Sigmoid(V z, ExpConstants c, out V u)
    {
        V zero = V.All(0), one = V.All(c.One);
        var y = V.AtMost(V.All(c.MaxForSigmoid), V.Abs(z));
        var n = WholeNumber(y, c, out var scale);
        var r = V.MultiplyAdd(n, V.All(c.MinusLn2Low), V.MultiplyAdd(n, V.All(c.MinusLn2High), y));
        var r2 = r * r;
        u = V.MultiplyAdd(Series(r, r2, c) * r2 - r, scale, scale);
        var sum = one + u;
        var a = V.IfGreater(z, zero, one, u) / sum;
        // The last bits that 1 + u lost: a := a + a lost / (1 + u), where 1 / (1 + u) is a or 1 - a.
        var lost = (sum - one) - u;
        return V.MultiplyAdd(a * lost, V.IfGreater(z, zero, a, one - a), a);
    }

    /// <summary>The n of e^(f y) = 2^n e^(f r); scale is 2^n, for tanh half of it.</summary>
    [MethodImpl(Jit.Inline)]
    private static V WholeNumber(V y, ExpConstants c, out V scale)
    {
        var rounder = V.All(c.Rounder);
        var rounded = V.MultiplyAdd(y, V.All(c.Log2OfE), rounder);
        scale = V.FromExponent(rounded);
        return rounded - rounder;
    }

    /// <summary>(e^(f r) - 1 - f r) / r², in pairs, so that the processor can work on several at a time.</summary>
    [MethodImpl(Jit.Inline)]
    private static V Series(V r, V r2, ExpConstants c)
    {
        var r4 = r2 * r2;
        var low = V.MultiplyAdd(V.MultiplyAdd(V.All(c.C5), r, V.All(c.C4)), r2, V.MultiplyAdd(V.All(c.C3), r, V.All(c.C2)));
        var middle = V.MultiplyAdd(V.MultiplyAdd(V.All(c.C9), r, V.All(c.C8)), r2, V.MultiplyAdd(V.All(c.C7), r, V.All(c.C6)));
        var high = V.MultiplyAdd(V.All(c.C12), r2, V.MultiplyAdd(V.All(c.C11), r, V.All(c.C10)));
        return V.MultiplyAdd(V.MultiplyAdd(high, r4, middle), r4, low);
    }
}

using static System.Runtime.Intrinsics.Vector512;
using static ShallowNet.ExpConstants;

namespace ShallowNet;

/// <summary>tanh and sigmoid of eight numbers at once, within 2 units in the last place. Both rest on e^x = 2^n e^r with x = n log 2 + r
/// and |r| at most log(2)/2 (Tang 1989), where e^r - 1 is a polynomial.</summary>
internal static class VectorMath
{
    /// <summary>tanh z = h / (h + 1) with h = (e^2|z| - 1) / 2, and the sign of z.</summary>
    [MethodImpl(Jit.Inline)]
    public static Vector512<double> Tanh(Vector512<double> z)
    {
        var size = Abs(z);
        var x = MinNative(Create(MaxForTanh), size + size);
        var n = Round(x, Rounder - 1, out var scale); // 2^n / 2
        // One part of log 2 is enough: its error is lost in the quotient of two numbers that are nearly alike.
        var r = MultiplyAddEstimate(n, Create(MinusLn2), x);
        var r2 = r * r;
        var h = MultiplyAddEstimate(Series(r, r2), r2 * scale, MultiplyAddEstimate(r, scale, scale - Create(0.5)));
        var sum = h + Create(1.0);
        var t = h / sum;
        // The last bits that h + 1 lost: t := t + t lost / (h + 1), where 1 / (h + 1) is 1 - t.
        var lost = sum - Create(1.0) - h;
        return CopySign(MultiplyAddEstimate(t * lost, Create(1.0) - t, t), z);
    }

    /// <summary>1 / (1 + e^-z)</summary>
    [MethodImpl(Jit.Inline)]
    public static Vector512<double> Sigmoid(Vector512<double> z) => Sigmoid(z, out _);

    /// <summary>The sigmoid, and u = e^-|z| besides, of which it is made: 1 / (1 + u) right of 0 and u / (1 + u) left of it.</summary>
    [MethodImpl(Jit.Inline)]
    public static Vector512<double> Sigmoid(Vector512<double> z, out Vector512<double> u)
    {
        var x = MaxNative(Create(-MaxForSigmoid), z | Create(-0.0));
        var n = Round(x, Rounder, out var scale);
        var r = MultiplyAddEstimate(n, Create(MinusLn2Low), MultiplyAddEstimate(n, Create(MinusLn2High), x));
        var r2 = r * r;
        u = MultiplyAddEstimate(MultiplyAddEstimate(Series(r, r2), r2, r), scale, scale);
        var sum = Create(1.0) + u;
        var a = ConditionalSelect(GreaterThan(z, Vector512<double>.Zero), Create(1.0), u) / sum;
        // The last bits that 1 + u lost: a := a + a lost / (1 + u), where 1 / (1 + u) is the larger of a and 1 - a.
        var lost = sum - Create(1.0) - u;
        return MultiplyAddEstimate(a * lost, MaxNative(a, Create(1.0) - a), a);
    }

    /// <summary>The n of e^x = 2^n e^r; scale is 2^n, or half of it where the rounder is one less.</summary>
    [MethodImpl(Jit.Inline)]
    private static Vector512<double> Round(Vector512<double> x, double rounder, out Vector512<double> scale)
    {
        var rounded = MultiplyAddEstimate(x, Create(Log2OfE), Create(rounder));
        scale = (rounded.AsInt64() << 52).AsDouble();
        return rounded - Create(rounder);
    }

    /// <summary>(e^r - 1 - r) / r², in pairs, so that the processor can work on several at a time.</summary>
    [MethodImpl(Jit.Inline)]
    private static Vector512<double> Series(Vector512<double> r, Vector512<double> r2)
    {
        var r4 = r2 * r2;
        var low = MultiplyAddEstimate(Pair(C4, C5, r), r2, Pair(C2, C3, r));
        var middle = MultiplyAddEstimate(Pair(C8, C9, r), r2, Pair(C6, C7, r));
        var high = MultiplyAddEstimate(Create(C12), r2, Pair(C10, C11, r));
        return MultiplyAddEstimate(MultiplyAddEstimate(high, r4, middle), r4, low);
    }

    /// <summary>a + b r</summary>
    [MethodImpl(Jit.Inline)]
    private static Vector512<double> Pair(double a, double b, Vector512<double> r) => MultiplyAddEstimate(Create(b), r, Create(a));
}

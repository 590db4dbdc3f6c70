using System.Runtime.CompilerServices;

namespace ShallowNet;

/// <summary>
/// Two sets of lanes as one. A long formula waits for its own results more than for the units; two of them side by side, step by
/// step, keep the units busy.
/// </summary>
internal readonly struct Twice<V>(V first, V second) : ILanes<Twice<V>>
    where V : struct, ILanes<V>
{
    private readonly V first = first, second = second;

    public static int Count
    {
        [MethodImpl(Jit.Inline)]
        get => 2 * V.Count;
    }

    [MethodImpl(Jit.Inline)]
    public static Twice<V> All(double value)
    {
        var all = V.All(value);
        return new(all, all);
    }

    [MethodImpl(Jit.Inline)]
    public static Twice<V> Load(ref double start, int offset) => new(V.Load(ref start, offset), V.Load(ref start, offset + V.Count));

    [MethodImpl(Jit.Inline)]
    public static void Store(Twice<V> a, ref double start, int offset)
    {
        V.Store(a.first, ref start, offset);
        V.Store(a.second, ref start, offset + V.Count);
    }

    [MethodImpl(Jit.Inline)]
    public static Twice<V> operator +(Twice<V> a, Twice<V> b) => new(a.first + b.first, a.second + b.second);

    [MethodImpl(Jit.Inline)]
    public static Twice<V> operator -(Twice<V> a, Twice<V> b) => new(a.first - b.first, a.second - b.second);

    [MethodImpl(Jit.Inline)]
    public static Twice<V> operator *(Twice<V> a, Twice<V> b) => new(a.first * b.first, a.second * b.second);

    [MethodImpl(Jit.Inline)]
    public static Twice<V> operator /(Twice<V> a, Twice<V> b) => new(a.first / b.first, a.second / b.second);

    [MethodImpl(Jit.Inline)]
    public static Twice<V> MultiplyAdd(Twice<V> a, Twice<V> b, Twice<V> c) =>
        new(V.MultiplyAdd(a.first, b.first, c.first), V.MultiplyAdd(a.second, b.second, c.second));

    [MethodImpl(Jit.Inline)]
    public static Twice<V> Abs(Twice<V> a) => new(V.Abs(a.first), V.Abs(a.second));

    [MethodImpl(Jit.Inline)]
    public static Twice<V> WithSignOf(Twice<V> a, Twice<V> b) => new(V.WithSignOf(a.first, b.first), V.WithSignOf(a.second, b.second));

    [MethodImpl(Jit.Inline)]
    public static Twice<V> IfGreater(Twice<V> a, Twice<V> b, Twice<V> first, Twice<V> second) =>
        new(V.IfGreater(a.first, b.first, first.first, second.first), V.IfGreater(a.second, b.second, first.second, second.second));

    [MethodImpl(Jit.Inline)]
    public static Twice<V> AtMost(Twice<V> limit, Twice<V> a) => new(V.AtMost(limit.first, a.first), V.AtMost(limit.second, a.second));

    [MethodImpl(Jit.Inline)]
    public static Twice<V> FromExponent(Twice<V> a) => new(V.FromExponent(a.first), V.FromExponent(a.second));

    [MethodImpl(Jit.Inline)]
    public static double Sum(Twice<V> a) => V.Sum(a.first + a.second);
}

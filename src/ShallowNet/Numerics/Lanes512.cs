using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ShallowNet;

/// <summary>8 lanes: AVX-512.</summary>
internal readonly struct Lanes512(Vector512<double> lanes) : ILanes<Lanes512>
{
    private readonly Vector512<double> lanes = lanes;

    public static int Count
    {
        [MethodImpl(Jit.Inline)]
        get => Vector512<double>.Count;
    }

    [MethodImpl(Jit.Inline)]
    public static Lanes512 All(double value) => new(Vector512.Create(value));

    [MethodImpl(Jit.Inline)]
    public static Lanes512 Load(ref double start, int offset) => new(Vector512.LoadUnsafe(ref start, (nuint)offset));

    [MethodImpl(Jit.Inline)]
    public static void Store(Lanes512 a, ref double start, int offset) => a.lanes.StoreUnsafe(ref start, (nuint)offset);

    [MethodImpl(Jit.Inline)]
    public static Lanes512 operator +(Lanes512 a, Lanes512 b) => new(a.lanes + b.lanes);

    [MethodImpl(Jit.Inline)]
    public static Lanes512 operator -(Lanes512 a, Lanes512 b) => new(a.lanes - b.lanes);

    [MethodImpl(Jit.Inline)]
    public static Lanes512 operator *(Lanes512 a, Lanes512 b) => new(a.lanes * b.lanes);

    [MethodImpl(Jit.Inline)]
    public static Lanes512 operator /(Lanes512 a, Lanes512 b) => new(a.lanes / b.lanes);

    [MethodImpl(Jit.Inline)]
    public static Lanes512 MultiplyAdd(Lanes512 a, Lanes512 b, Lanes512 c) => new(Vector512.MultiplyAddEstimate(a.lanes, b.lanes, c.lanes));

    [MethodImpl(Jit.Inline)]
    public static Lanes512 Abs(Lanes512 a) => new(Vector512.Abs(a.lanes));

    [MethodImpl(Jit.Inline)]
    public static Lanes512 WithSignOf(Lanes512 a, Lanes512 b) => new(a.lanes | (b.lanes & Vector512.Create(-0.0)));

    [MethodImpl(Jit.Inline)]
    public static Lanes512 IfGreater(Lanes512 a, Lanes512 b, Lanes512 first, Lanes512 second) =>
        new(Vector512.ConditionalSelect(Vector512.GreaterThan(a.lanes, b.lanes), first.lanes, second.lanes));

    [MethodImpl(Jit.Inline)]
    public static Lanes512 AtMost(Lanes512 limit, Lanes512 a) => new(Vector512.MinNative(limit.lanes, a.lanes));

    [MethodImpl(Jit.Inline)]
    public static Lanes512 FromExponent(Lanes512 a) => new((a.lanes.AsInt64() << 52).AsDouble());

    [MethodImpl(Jit.Inline)]
    public static double Sum(Lanes512 a) => Vector128.Sum(Halves(a.lanes.GetLower() + a.lanes.GetUpper()));

    [MethodImpl(Jit.Inline)]
    private static Vector128<double> Halves(Vector256<double> a) => a.GetLower() + a.GetUpper();
}

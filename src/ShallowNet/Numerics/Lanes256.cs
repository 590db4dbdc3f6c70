using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ShallowNet;

/// <summary>4 lanes: AVX2.</summary>
internal readonly struct Lanes256(Vector256<double> lanes) : ILanes<Lanes256>
{
    private readonly Vector256<double> lanes = lanes;

    public static int Count
    {
        [MethodImpl(Jit.Inline)]
        get => Vector256<double>.Count;
    }

    [MethodImpl(Jit.Inline)]
    public static Lanes256 All(double value) => new(Vector256.Create(value));

    [MethodImpl(Jit.Inline)]
    public static Lanes256 Load(ref double start, int offset) => new(Vector256.LoadUnsafe(ref start, (nuint)offset));

    [MethodImpl(Jit.Inline)]
    public static void Store(Lanes256 a, ref double start, int offset) => a.lanes.StoreUnsafe(ref start, (nuint)offset);

    [MethodImpl(Jit.Inline)]
    public static Lanes256 operator +(Lanes256 a, Lanes256 b) => new(a.lanes + b.lanes);

    [MethodImpl(Jit.Inline)]
    public static Lanes256 operator -(Lanes256 a, Lanes256 b) => new(a.lanes - b.lanes);

    [MethodImpl(Jit.Inline)]
    public static Lanes256 operator *(Lanes256 a, Lanes256 b) => new(a.lanes * b.lanes);

    [MethodImpl(Jit.Inline)]
    public static Lanes256 operator /(Lanes256 a, Lanes256 b) => new(a.lanes / b.lanes);

    [MethodImpl(Jit.Inline)]
    public static Lanes256 MultiplyAdd(Lanes256 a, Lanes256 b, Lanes256 c) => new(Vector256.MultiplyAddEstimate(a.lanes, b.lanes, c.lanes));

    [MethodImpl(Jit.Inline)]
    public static Lanes256 Abs(Lanes256 a) => new(Vector256.Abs(a.lanes));

    [MethodImpl(Jit.Inline)]
    public static Lanes256 WithSignOf(Lanes256 a, Lanes256 b) => new(a.lanes | (b.lanes & Vector256.Create(-0.0)));

    [MethodImpl(Jit.Inline)]
    public static Lanes256 IfGreater(Lanes256 a, Lanes256 b, Lanes256 first, Lanes256 second) =>
        new(Vector256.ConditionalSelect(Vector256.GreaterThan(a.lanes, b.lanes), first.lanes, second.lanes));

    [MethodImpl(Jit.Inline)]
    public static Lanes256 AtMost(Lanes256 limit, Lanes256 a) => new(Vector256.MinNative(limit.lanes, a.lanes));

    [MethodImpl(Jit.Inline)]
    public static Lanes256 FromExponent(Lanes256 a) => new((a.lanes.AsInt64() << 52).AsDouble());

    [MethodImpl(Jit.Inline)]
    public static double Sum(Lanes256 a) => Vector128.Sum(a.lanes.GetLower() + a.lanes.GetUpper());
}

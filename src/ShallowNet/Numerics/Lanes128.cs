using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ShallowNet;

/// <summary>2 lanes: SSE and ARM; plain arithmetic where there is neither.</summary>
internal readonly struct Lanes128(Vector128<double> lanes) : ILanes<Lanes128>
{
    private readonly Vector128<double> lanes = lanes;

    public static int Count
    {
        [MethodImpl(Jit.Inline)]
        get => Vector128<double>.Count;
    }

    [MethodImpl(Jit.Inline)]
    public static Lanes128 All(double value) => new(Vector128.Create(value));

    [MethodImpl(Jit.Inline)]
    public static Lanes128 Load(ref double start, int offset) => new(Vector128.LoadUnsafe(ref start, (nuint)offset));

    [MethodImpl(Jit.Inline)]
    public static void Store(Lanes128 a, ref double start, int offset) => a.lanes.StoreUnsafe(ref start, (nuint)offset);

    [MethodImpl(Jit.Inline)]
    public static Lanes128 operator +(Lanes128 a, Lanes128 b) => new(a.lanes + b.lanes);

    [MethodImpl(Jit.Inline)]
    public static Lanes128 operator -(Lanes128 a, Lanes128 b) => new(a.lanes - b.lanes);

    [MethodImpl(Jit.Inline)]
    public static Lanes128 operator *(Lanes128 a, Lanes128 b) => new(a.lanes * b.lanes);

    [MethodImpl(Jit.Inline)]
    public static Lanes128 operator /(Lanes128 a, Lanes128 b) => new(a.lanes / b.lanes);

    [MethodImpl(Jit.Inline)]
    public static Lanes128 MultiplyAdd(Lanes128 a, Lanes128 b, Lanes128 c) => new(Vector128.MultiplyAddEstimate(a.lanes, b.lanes, c.lanes));

    [MethodImpl(Jit.Inline)]
    public static Lanes128 Abs(Lanes128 a) => new(Vector128.Abs(a.lanes));

    [MethodImpl(Jit.Inline)]
    public static Lanes128 WithSignOf(Lanes128 a, Lanes128 b) => new(a.lanes | (b.lanes & Vector128.Create(-0.0)));

    [MethodImpl(Jit.Inline)]
    public static Lanes128 IfGreater(Lanes128 a, Lanes128 b, Lanes128 first, Lanes128 second) =>
        new(Vector128.ConditionalSelect(Vector128.GreaterThan(a.lanes, b.lanes), first.lanes, second.lanes));

    [MethodImpl(Jit.Inline)]
    public static Lanes128 AtMost(Lanes128 limit, Lanes128 a) => new(Vector128.MinNative(limit.lanes, a.lanes));

    [MethodImpl(Jit.Inline)]
    public static Lanes128 FromExponent(Lanes128 a) => new((a.lanes.AsInt64() << 52).AsDouble());

    [MethodImpl(Jit.Inline)]
    public static double Sum(Lanes128 a) => Vector128.Sum(a.lanes);
}

using System.Runtime.CompilerServices;

namespace ShallowNet;

/// <summary>
/// Some numbers side by side that the processor works on at once: 8, 4 or 2 of them, as the machine allows. The kernels are
/// written once against this, and the compiler turns them into code for each width.
/// </summary>
internal interface ILanes<V>
    where V : struct, ILanes<V>
{
    /// <summary>How many numbers there are.</summary>
    static abstract int Count { get; }

    /// <summary>The same number in every lane.</summary>
    static abstract V All(double value);

    static abstract V Load(ref double start, int offset);

    static abstract void Store(V a, ref double start, int offset);

    static abstract V operator +(V a, V b);

    static abstract V operator -(V a, V b);

    static abstract V operator *(V a, V b);

    static abstract V operator /(V a, V b);

    /// <summary>a b + c, rounded once where the processor can.</summary>
    static abstract V MultiplyAdd(V a, V b, V c);

    static abstract V Abs(V a);

    /// <summary>The size of a with the sign of b; a is not negative.</summary>
    static abstract V WithSignOf(V a, V b);

    /// <summary>Where a &gt; b the first, else the second; NaN is not greater.</summary>
    static abstract V IfGreater(V a, V b, V first, V second);

    /// <summary>The smaller of the two; NaN where a is NaN.</summary>
    static abstract V AtMost(V limit, V a);

    /// <summary>The power of two whose exponent bits are the lowest bits of a.</summary>
    static abstract V FromExponent(V a);

    /// <summary>The sum of all lanes.</summary>
    static abstract double Sum(V a);
}

internal static class Jit
{
    /// <summary>For what is called inside the hot loops.</summary>
    public const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>For the hot loops themselves and what calls them: the first training is as fast as the next.</summary>
    public const MethodImplOptions Hot = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;
}

namespace ShallowNet;

internal sealed class ReLUActivation()
    : Activation("ReLU", @"g(z) = \max(0, z)", @"g'(z) = \begin{cases} 1 & z > 0 \\ 0 & z \le 0 \end{cases}")
{
    public override double Value(double z) => 0 > z ? 0 : z;

    public override double Derivative(double z) => z > 0 ? 1 : 0;

    public override void Value(ReadOnlySpan<double> z, Span<double> a) => Kernels.Map<G>(z, a);

    public override void Derivative(ReadOnlySpan<double> z, Span<double> slope) => Kernels.Map<Slope>(z, slope);

    /// <summary>a &gt; 0 exactly where z &gt; 0.</summary>
    internal override void TimesSlope(ReadOnlySpan<double> Z, ReadOnlySpan<double> A, Span<double> dZ) => Kernels.Map<Times>(A, dZ);

    private readonly struct G : ILaneFunction
    {
        public V Of<V>(V z, V _)
            where V : struct, ILanes<V> => V.IfGreater(V.All(0), z, V.All(0), z);
    }

    private readonly struct Slope : ILaneFunction
    {
        public V Of<V>(V z, V _)
            where V : struct, ILanes<V> => V.IfGreater(z, V.All(0), V.All(1), V.All(0));
    }

    private readonly struct Times : ILaneFunction
    {
        public V Of<V>(V a, V dZ)
            where V : struct, ILanes<V> => V.IfGreater(a, V.All(0), dZ, V.All(0));
    }
}

namespace ShallowNet;

internal sealed class TanhActivation()
    : Activation("tanh", @"g(z) = \tanh z = \frac{e^{z} - e^{-z}}{e^{z} + e^{-z}}", @"g'(z) = 1 - a^2")
{
    public override double Value(double z) => Math.Tanh(z);

    public override double Derivative(double z)
    {
        var a = Value(z);
        return 1 - a * a;
    }

    public override void Value(ReadOnlySpan<double> z, Span<double> a) => Kernels.Map<G>(z, a);

    public override void Derivative(ReadOnlySpan<double> z, Span<double> slope)
    {
        Value(z, slope);
        Kernels.Map<Slope>(slope[..z.Length], slope);
    }

    internal override void TimesSlope(ReadOnlySpan<double> Z, ReadOnlySpan<double> A, Span<double> dZ) => Kernels.Map<Times>(A, dZ);

    private readonly struct G : ILaneFunction
    {
        public V Of<V>(V z, V _)
            where V : struct, ILanes<V> => VectorMath<V>.Tanh(z);
    }

    private readonly struct Slope : ILaneFunction
    {
        public V Of<V>(V a, V _)
            where V : struct, ILanes<V> => V.All(1) - a * a;
    }

    private readonly struct Times : ILaneFunction
    {
        public V Of<V>(V a, V dZ)
            where V : struct, ILanes<V> => dZ * (V.All(1) - a * a);
    }
}

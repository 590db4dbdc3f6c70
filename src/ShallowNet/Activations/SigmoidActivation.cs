namespace ShallowNet;

internal sealed class SigmoidActivation() : Activation("sigmoid", @"g(z) = \frac{1}{1 + e^{-z}}", @"g'(z) = a\,(1 - a)")
{
    public override double Value(double z) => 1 / (1 + Math.Exp(-z));

    public override double Derivative(double z)
    {
        var a = Value(z);
        return a * (1 - a);
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
            where V : struct, ILanes<V> => VectorMath<V>.Sigmoid(z);
    }

    private readonly struct Slope : ILaneFunction
    {
        public V Of<V>(V a, V _)
            where V : struct, ILanes<V> => a * (V.All(1) - a);
    }

    private readonly struct Times : ILaneFunction
    {
        public V Of<V>(V a, V dZ)
            where V : struct, ILanes<V> => dZ * (a * (V.All(1) - a));
    }
}

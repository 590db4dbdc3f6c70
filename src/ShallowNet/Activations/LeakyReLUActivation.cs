namespace ShallowNet;

internal sealed class LeakyReLUActivation(double slope) : Activation(
    slope == 0.01 ? "leaky ReLU" : Text.Of($"leaky ReLU {slope}"),
    Text.Of($@"g(z) = \max({slope}\,z, z)"),
    Text.Of($@"g'(z) = \begin{{cases}} 1 & z > 0 \\ {slope} & z \le 0 \end{{cases}}"))
{
    public override double Value(double z) => 0 > z ? slope * z : z;

    public override double Derivative(double z) => z > 0 ? 1 : slope;

    public override void Value(ReadOnlySpan<double> z, Span<double> a) => Kernels.Map(z, a, new G(slope));

    public override void Derivative(ReadOnlySpan<double> z, Span<double> slopes) => Kernels.Map(z, slopes, new Slope(slope));

    /// <summary>a &gt; 0 exactly where z &gt; 0.</summary>
    internal override void TimesSlope(ReadOnlySpan<double> Z, ReadOnlySpan<double> A, Span<double> dZ) => Kernels.Map(A, dZ, new Times(slope));

    private readonly struct G(double slope) : ILaneFunction
    {
        public V Of<V>(V z, V _)
            where V : struct, ILanes<V> => V.IfGreater(V.All(0), z, V.All(slope) * z, z);
    }

    private readonly struct Slope(double slope) : ILaneFunction
    {
        public V Of<V>(V z, V _)
            where V : struct, ILanes<V> => V.IfGreater(z, V.All(0), V.All(1), V.All(slope));
    }

    private readonly struct Times(double slope) : ILaneFunction
    {
        public V Of<V>(V a, V dZ)
            where V : struct, ILanes<V> => V.IfGreater(a, V.All(0), dZ, V.All(slope) * dZ);
    }
}

namespace ShallowNet;

internal sealed class LeakyReLUActivation(double slope) : LaneActivation<LeakyReLUActivation.G, LeakyReLUActivation.SlopeTimes>(
    slope == 0.01 ? "leaky ReLU" : Invariant($"leaky ReLU {slope}"),
    Invariant($@"g(z) = \max({slope}\,z, z)"),
    Invariant($@"g'(z) = \begin{{cases}} 1 & z > 0 \\ {slope} & z \le 0 \end{{cases}}"),
    new(slope),
    new(slope))
{
    private readonly double _slope = slope;

    public override double Value(double z) => 0 > z ? _slope * z : z;

    public override double Derivative(double z) => z > 0 ? 1 : _slope;

    public readonly struct G(double slope) : ILaneFunction
    {
        public V Of<V>(V z, V _)
            where V : struct, ILanes<V> => V.IfGreater(V.All(0), z, V.All(slope) * z, z);
    }

    /// <summary>a &gt; 0 exactly where z &gt; 0.</summary>
    public readonly struct SlopeTimes(double slope) : ILaneFunction
    {
        public V Of<V>(V a, V e)
            where V : struct, ILanes<V> => V.IfGreater(a, V.All(0), e, V.All(slope) * e);
    }
}

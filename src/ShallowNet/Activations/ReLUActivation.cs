namespace ShallowNet;

internal sealed class ReLUActivation() : LaneActivation<ReLUActivation.G, ReLUActivation.SlopeTimes>(
    "ReLU", @"g(z) = \max(0, z)", @"g'(z) = \begin{cases} 1 & z > 0 \\ 0 & z \le 0 \end{cases}")
{
    public override double Value(double z) => 0 > z ? 0 : z;

    public override double Derivative(double z) => z > 0 ? 1 : 0;

    public readonly struct G : ILaneFunction
    {
        public V Of<V>(V z, V _)
            where V : struct, ILanes<V> => V.IfGreater(V.All(0), z, V.All(0), z);
    }

    /// <summary>a &gt; 0 exactly where z &gt; 0.</summary>
    public readonly struct SlopeTimes : ILaneFunction
    {
        public V Of<V>(V a, V e)
            where V : struct, ILanes<V> => V.IfGreater(a, V.All(0), e, V.All(0));
    }
}

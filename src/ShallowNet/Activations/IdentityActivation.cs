namespace ShallowNet;

internal sealed class IdentityActivation() : LaneActivation<IdentityActivation.G, IdentityActivation.SlopeTimes>(
    "linear", "g(z) = z", "g'(z) = 1")
{
    public override double Value(double z) => z;

    public override double Derivative(double z) => 1;

    public readonly struct G : ILaneFunction
    {
        public V Of<V>(V z, V _)
            where V : struct, ILanes<V> => z;
    }

    public readonly struct SlopeTimes : ILaneFunction
    {
        public V Of<V>(V a, V e)
            where V : struct, ILanes<V> => e;
    }
}

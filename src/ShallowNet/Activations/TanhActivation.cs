namespace ShallowNet;

internal sealed class TanhActivation() : LaneActivation<TanhActivation.G, TanhActivation.SlopeTimes>(
    "tanh", @"g(z) = \tanh z = \frac{e^{z} - e^{-z}}{e^{z} + e^{-z}}", @"g'(z) = 1 - a^2", new G(ExpConstants.Twice))
{
    public override double Value(double z) => Math.Tanh(z);

    public override double Derivative(double z)
    {
        var a = Value(z);
        return 1 - a * a;
    }

    public readonly struct G(ExpConstants c) : ILaneFunction
    {
        public V Of<V>(V z, V _)
            where V : struct, ILanes<V> => VectorMath<V>.Tanh(z, c);
    }

    public readonly struct SlopeTimes : ILaneFunction
    {
        public V Of<V>(V a, V e)
            where V : struct, ILanes<V> => (V.All(1) - a * a) * e;
    }
}

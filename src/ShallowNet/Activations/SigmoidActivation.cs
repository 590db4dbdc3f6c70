namespace ShallowNet;

internal sealed class SigmoidActivation() : LaneActivation<SigmoidActivation.G, SigmoidActivation.SlopeTimes>(
    "sigmoid", @"g(z) = \frac{1}{1 + e^{-z}}", @"g'(z) = a\,(1 - a)", new G(ExpConstants.Minus))
{
    public override double Value(double z) => 1 / (1 + Math.Exp(-z));

    public override double Derivative(double z)
    {
        var a = Value(z);
        return a * (1 - a);
    }

    public readonly struct G(ExpConstants c) : ILaneFunction
    {
        public V Of<V>(V z, V _)
            where V : struct, ILanes<V> => VectorMath<V>.Sigmoid(z, c);
    }

    public readonly struct SlopeTimes : ILaneFunction
    {
        public V Of<V>(V a, V e)
            where V : struct, ILanes<V> => a * (V.All(1) - a) * e;
    }
}

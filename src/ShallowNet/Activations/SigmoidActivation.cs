using System.Numerics.Tensors;

namespace ShallowNet;

internal sealed class SigmoidActivation() : Activation("sigmoid", @"g(z) = \frac{1}{1 + e^{-z}}", @"g'(z) = a\,(1 - a)")
{
    public override double Value(double z) => 1 / (1 + Math.Exp(-z));

    public override double Derivative(double z)
    {
        var a = Value(z);
        return a * (1 - a);
    }

    public override void Value(ReadOnlySpan<double> z, Span<double> a) => TensorPrimitives.Sigmoid(z, a);

    public override void Derivative(ReadOnlySpan<double> z, Span<double> slope)
    {
        Value(z, slope);
        Slope(z, slope, slope);
    }

    internal override void Slope(ReadOnlySpan<double> z, ReadOnlySpan<double> a, Span<double> slope)
    {
        for (var i = 0; i < slope.Length; i++)
        {
            slope[i] = a[i] * (1 - a[i]);
        }
    }
}

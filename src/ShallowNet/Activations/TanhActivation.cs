using System.Numerics.Tensors;

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

    public override void Value(ReadOnlySpan<double> z, Span<double> a) => TensorPrimitives.Tanh(z, a);

    public override void Derivative(ReadOnlySpan<double> z, Span<double> slope)
    {
        Value(z, slope);
        Slope(z, slope, slope);
    }

    internal override void Slope(ReadOnlySpan<double> z, ReadOnlySpan<double> a, Span<double> slope)
    {
        for (var i = 0; i < slope.Length; i++)
        {
            slope[i] = 1 - a[i] * a[i];
        }
    }
}

namespace ShallowNet;

internal sealed class IdentityActivation() : Activation("linear", "g(z) = z", "g'(z) = 1")
{
    public override double Value(double z) => z;

    public override double Derivative(double z) => 1;

    public override void Value(ReadOnlySpan<double> z, Span<double> a) => z.CopyTo(a);

    public override void Derivative(ReadOnlySpan<double> z, Span<double> slope) => slope[..z.Length].Fill(1);

    internal override void TimesSlope(ReadOnlySpan<double> Z, ReadOnlySpan<double> A, Span<double> dZ)
    {
        // The slope is 1.
    }
}

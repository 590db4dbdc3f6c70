namespace ShallowNet;

internal sealed class CustomActivation(string name, Func<double, double> g, Func<double, double> derivative) : Activation(name)
{
    public override double Value(double z) => g(z);

    public override double Derivative(double z) => derivative(z);

    public override void Value(ReadOnlySpan<double> z, Span<double> a)
    {
        for (var i = 0; i < z.Length; i++)
            a[i] = g(z[i]);
    }

    public override void Derivative(ReadOnlySpan<double> z, Span<double> slope)
    {
        for (var i = 0; i < z.Length; i++)
            slope[i] = derivative(z[i]);
    }

    internal override bool SlopeNeedsZ => true;

    internal override void TimesSlope(ReadOnlySpan<double> Z, ReadOnlySpan<double> A, Span<double> dZ)
    {
        for (var i = 0; i < dZ.Length; i++)
            dZ[i] *= derivative(Z[i]);
    }
}

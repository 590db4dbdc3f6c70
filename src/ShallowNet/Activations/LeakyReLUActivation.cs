namespace ShallowNet;

/// <summary>ReLU is the leaky one with slope 0.</summary>
internal sealed class LeakyReLUActivation(double slope) : Activation(NameOf(slope), FormulaOf(slope), DerivativeFormulaOf(slope))
{
    public override double Value(double z) => z > 0 ? z : slope * z;

    public override double Derivative(double z) => z > 0 ? 1 : slope;

    public override void Value(ReadOnlySpan<double> z, Span<double> a)
    {
        for (var i = 0; i < z.Length; i++)
        {
            a[i] = z[i] > 0 ? z[i] : slope * z[i];
        }
    }

    public override void Derivative(ReadOnlySpan<double> z, Span<double> slopes)
    {
        for (var i = 0; i < z.Length; i++)
        {
            slopes[i] = z[i] > 0 ? 1 : slope;
        }
    }

    private static string NameOf(double slope) => slope switch
    {
        0 => "ReLU",
        0.01 => "leaky ReLU",
        _ => Text.Of($"leaky ReLU {slope}"),
    };

    private static string FormulaOf(double slope) => slope == 0 ? @"g(z) = \max(0, z)" : Text.Of($@"g(z) = \max({slope}\,z, z)");

    private static string DerivativeFormulaOf(double slope) =>
        Text.Of($@"g'(z) = \begin{{cases}} 1 & z > 0 \\ {slope} & z \le 0 \end{{cases}}");
}

namespace ShallowNet;

/// <summary>An activation whose slope follows from its value a: both are written for vectors.</summary>
/// <typeparam name="G">g(z), of z alone.</typeparam>
/// <typeparam name="S">The slope times e, of a and e.</typeparam>
internal abstract class VectorizedActivation<G, S>(string name, G g = default, S slopeTimes = default) : Activation(name)
    where G : struct, IBinaryOperator
    where S : struct, IBinaryOperator
{
    [MethodImpl(Jit.Hot)]
    public override void Value(ReadOnlySpan<double> z, Span<double> a) => Kernels.Map(z, a, g);

    public override void Derivative(ReadOnlySpan<double> z, Span<double> slope)
    {
        Value(z, slope);
        Kernels.Map(slope[..z.Length], slope, new SlopeAlone(slopeTimes));
    }

    internal override bool SlopeNeedsZ => false;

    [MethodImpl(Jit.Hot)]
    internal override void TimesSlope(ReadOnlySpan<double> Z, ReadOnlySpan<double> A, Span<double> dZ) => Kernels.Map(A, dZ, slopeTimes);

    private readonly struct SlopeAlone(S slopeTimes) : IBinaryOperator
    {
        public Vector512<double> Invoke(Vector512<double> a, Vector512<double> _) => slopeTimes.Invoke(a, Vector512.Create(1.0));
    }
}

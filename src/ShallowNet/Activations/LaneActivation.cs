using System.Runtime.CompilerServices;

namespace ShallowNet;

/// <summary>An activation whose slope follows from its value a: both are written for lanes.</summary>
/// <typeparam name="G">g(z), of z alone.</typeparam>
/// <typeparam name="S">The slope times e, of a and e.</typeparam>
internal abstract class LaneActivation<G, S>(string name, string formula, string derivativeFormula, G g = default, S slopeTimes = default)
    : Activation(name, formula, derivativeFormula)
    where G : struct, ILaneFunction
    where S : struct, ILaneFunction
{
    [MethodImpl(Jit.Hot)]
    public override void Value(ReadOnlySpan<double> z, Span<double> a) => Kernels.Map(z, a, g);

    public override void Derivative(ReadOnlySpan<double> z, Span<double> slope)
    {
        Value(z, slope);
        Kernels.Map(slope[..z.Length], slope, new SlopeAlone(slopeTimes));
    }

    internal override bool SlopeNeedsZ => false;

    internal override void TimesSlope(ReadOnlySpan<double> Z, ReadOnlySpan<double> A, Span<double> dZ) => Kernels.Map(A, dZ, slopeTimes);

    [MethodImpl(Jit.Hot)]
    internal override void Backward(
        double[] W2, ReadOnlySpan<double> dZ2, ReadOnlySpan<double> X, ReadOnlySpan<double> Z1, Span<double> A1, Shard sums, int width)
    {
        if (sums.db2.Length == 1)
        {
            Kernels.Backward(W2, dZ2, X, A1, sums.dW1, sums.db1, sums.dW2, sums.db2, slopeTimes);
        }
        else
        {
            base.Backward(W2, dZ2, X, Z1, A1, sums, width);
        }
    }

    [MethodImpl(Jit.Hot)]
    internal override void HiddenErrors(
        ReadOnlySpan<double> W2, ReadOnlySpan<double> dZ2, ReadOnlySpan<double> Z1, Span<double> A1, int width) =>
        Kernels.HiddenErrors(W2, dZ2, A1, width, slopeTimes);

    private readonly struct SlopeAlone(S slopeTimes) : ILaneFunction
    {
        public V Of<V>(V a, V _)
            where V : struct, ILanes<V> => slopeTimes.Of(a, V.All(1));
    }
}

using static System.Runtime.Intrinsics.Vector512;

namespace ShallowNet;

internal sealed class LeakyReLUActivation(double slope) : VectorizedActivation<LeakyReLUActivation.G, LeakyReLUActivation.SlopeTimes>(
    slope == 0.01 ? "leaky ReLU" : Invariant($"leaky ReLU {slope}"), new(slope), new(slope))
{
    private readonly double _slope = slope;

    public override double Value(double z) => 0 > z ? _slope * z : z;

    public override double Derivative(double z) => z > 0 ? 1 : _slope;

    public readonly struct G(double slope) : IBinaryOperator
    {
        [MethodImpl(Jit.Inline)]
        public Vector512<double> Invoke(Vector512<double> z, Vector512<double> _) =>
            ConditionalSelect(GreaterThan(Vector512<double>.Zero, z), Create(slope) * z, z);
    }

    /// <summary>a &gt; 0 exactly where z &gt; 0.</summary>
    public readonly struct SlopeTimes(double slope) : IBinaryOperator
    {
        [MethodImpl(Jit.Inline)]
        public Vector512<double> Invoke(Vector512<double> a, Vector512<double> e) =>
            ConditionalSelect(GreaterThan(a, Vector512<double>.Zero), e, Create(slope) * e);
    }
}

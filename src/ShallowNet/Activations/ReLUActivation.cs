using static System.Runtime.Intrinsics.Vector512;

namespace ShallowNet;

internal sealed class ReLUActivation() : VectorizedActivation<ReLUActivation.G, ReLUActivation.SlopeTimes>("ReLU")
{
    public override double Value(double z) => 0 > z ? 0 : z;

    public override double Derivative(double z) => z > 0 ? 1 : 0;

    public readonly struct G : IBinaryOperator
    {
        [MethodImpl(Jit.Inline)]
        public Vector512<double> Invoke(Vector512<double> z, Vector512<double> _) => MaxNative(Vector512<double>.Zero, z);
    }

    /// <summary>a &gt; 0 exactly where z &gt; 0.</summary>
    public readonly struct SlopeTimes : IBinaryOperator
    {
        [MethodImpl(Jit.Inline)]
        public Vector512<double> Invoke(Vector512<double> a, Vector512<double> e) =>
            ConditionalSelect(GreaterThan(a, Vector512<double>.Zero), e, Vector512<double>.Zero);
    }
}

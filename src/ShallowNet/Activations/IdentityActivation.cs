namespace ShallowNet;

internal sealed class IdentityActivation() : VectorizedActivation<IdentityActivation.G, IdentityActivation.SlopeTimes>("linear")
{
    public override double Value(double z) => z;

    public override double Derivative(double z) => 1;

    public readonly struct G : IBinaryOperator
    {
        [MethodImpl(Jit.Inline)]
        public Vector512<double> Invoke(Vector512<double> z, Vector512<double> _) => z;
    }

    public readonly struct SlopeTimes : IBinaryOperator
    {
        [MethodImpl(Jit.Inline)]
        public Vector512<double> Invoke(Vector512<double> a, Vector512<double> e) => e;
    }
}

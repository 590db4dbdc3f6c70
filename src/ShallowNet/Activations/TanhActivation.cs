namespace ShallowNet;

internal sealed class TanhActivation() : VectorizedActivation<TanhActivation.G, TanhActivation.SlopeTimes>("tanh")
{
    public override double Value(double z) => Math.Tanh(z);

    public override double Derivative(double z)
    {
        var a = Value(z);
        return 1 - a * a;
    }

    public readonly struct G : IBinaryOperator
    {
        [MethodImpl(Jit.Inline)]
        public Vector512<double> Invoke(Vector512<double> z, Vector512<double> _) => VectorMath.Tanh(z);
    }

    public readonly struct SlopeTimes : IBinaryOperator
    {
        [MethodImpl(Jit.Inline)]
        public Vector512<double> Invoke(Vector512<double> a, Vector512<double> e) => (Vector512.Create(1.0) - a * a) * e;
    }
}

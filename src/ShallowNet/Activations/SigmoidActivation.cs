namespace ShallowNet;

internal sealed class SigmoidActivation() : VectorizedActivation<SigmoidActivation.G, SigmoidActivation.SlopeTimes>("sigmoid")
{
    public override double Value(double z) => 1 / (1 + Math.Exp(-z));

    public override double Derivative(double z)
    {
        var a = Value(z);
        return a * (1 - a);
    }

    public readonly struct G : IBinaryOperator
    {
        [MethodImpl(Jit.Inline)]
        public Vector512<double> Invoke(Vector512<double> z, Vector512<double> _) => VectorMath.Sigmoid(z);
    }

    public readonly struct SlopeTimes : IBinaryOperator
    {
        [MethodImpl(Jit.Inline)]
        public Vector512<double> Invoke(Vector512<double> a, Vector512<double> e) => a * (Vector512.Create(1.0) - a) * e;
    }
}

using System.Collections.Concurrent;

namespace ShallowNet;

/// <summary>An activation function g and its slope g'. A unit computes z from its inputs and passes on a = g(z).</summary>
/// <remarks>The span members take one span as input and output. <see cref="Custom"/> trains with a function of your own.</remarks>
public abstract class Activation
{
    /// <summary>One for each slope, so that equal ones are the same.</summary>
    private static readonly ConcurrentDictionary<double, Activation> LeakyReLUs = new();

    private protected Activation(string name) => Name = name;

    /// <summary>g(z) = 1 / (1 + e^-z), between 0 and 1; g' = a (1 - a).</summary>
    public static Activation Sigmoid { get; } = new SigmoidActivation();
    /// <summary>g(z) = tanh z = 2 sigmoid(2z) - 1, between -1 and 1; g' = 1 - a².</summary>
    public static Activation Tanh { get; } = new TanhActivation();
    /// <summary>g(z) = max(0, z); g' is 1 for z &gt; 0 and 0 for z &lt; 0. At z = 0, where no slope exists, we take 0.</summary>
    public static Activation ReLU { get; } = new ReLUActivation();
    /// <summary>g(z) = z, named "linear"; g' = 1.</summary>
    public static Activation Identity { get; } = new IdentityActivation();
    /// <summary>Sigmoid, tanh, ReLU, leaky ReLU with slope 0.01 and linear, in this order.</summary>
    public static IReadOnlyList<Activation> All { get; } = [Sigmoid, Tanh, ReLU, LeakyReLU(), Identity];

    /// <summary>g(z) = max(slope · z, z); g' is 1 for z &gt; 0, else <paramref name="slope"/>, more than 0 and less than 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The slope is not between 0 and 1.</exception>
    public static Activation LeakyReLU(double slope = 0.01) => slope is > 0 and < 1
        ? LeakyReLUs.GetOrAdd(slope, s => new LeakyReLUActivation(s))
        : throw new ArgumentOutOfRangeException(nameof(slope),
            Invariant($"slope is {slope}, expected a number between 0 and 1: try 0.01, or use Activation.ReLU for slope 0."));

    /// <summary>Your own activation, with its slope g'(z); compare it with <see cref="NumericalDerivative"/> before training.</summary>
    /// <exception cref="ArgumentException">The name is empty or a function is null.</exception>
    public static Activation Custom(string name, Func<double, double> g, Func<double, double> derivative)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(g);
        ArgumentNullException.ThrowIfNull(derivative);
        return new CustomActivation(name, g, derivative);
    }

    /// <summary>The name that legends and tables show.</summary>
    public string Name { get; }

    /// <summary>g(z) of one number.</summary>
    public abstract double Value(double z);

    /// <summary>g'(z) of one number.</summary>
    public abstract double Derivative(double z);

    /// <summary>a[i] = g(z[i]); the spans have the same length.</summary>
    public abstract void Value(ReadOnlySpan<double> z, Span<double> a);

    /// <summary>slope[i] = g'(z[i]); the spans have the same length.</summary>
    public abstract void Derivative(ReadOnlySpan<double> z, Span<double> slope);

    /// <summary>g of every element, in a new array.</summary>
    public double[] Value(double[] z) => Each(z, Value, nameof(z));

    /// <summary>g' of every element, in a new array.</summary>
    public double[] Derivative(double[] z) => Each(z, Derivative, nameof(z));

    /// <summary>g of every element, in a new vector.</summary>
    public Vector<double> Value(Vector<double> z) => Vector<double>.Build.Dense(Each(z?.ToArray(), Value, nameof(z)));

    /// <summary>g' of every element, in a new vector.</summary>
    public Vector<double> Derivative(Vector<double> z) => Vector<double>.Build.Dense(Each(z?.ToArray(), Derivative, nameof(z)));

    /// <summary>g of every element, in a new matrix of the same shape.</summary>
    public Matrix<double> Value(Matrix<double> Z) => Each(Z, Value);

    /// <summary>g' of every element, in a new matrix of the same shape.</summary>
    public Matrix<double> Derivative(Matrix<double> Z) => Each(Z, Derivative);

    /// <summary>The <see cref="Name"/>.</summary>
    public override string ToString() => Name;

    /// <summary>Whether the slope is computed from z; if not, a may lie where z was.</summary>
    internal abstract bool SlopeNeedsZ { get; }

    /// <summary>dZ := dZ ⊙ g'(Z), where A = g(Z) is known already.</summary>
    internal abstract void TimesSlope(ReadOnlySpan<double> Z, ReadOnlySpan<double> A, Span<double> dZ);

    private static Matrix<double> Each(Matrix<double>? Z, SpanFunction f)
    {
        var values = Each(Z?.ToColumnMajorArray(), f, nameof(Z));
        return Matrix<double>.Build.Dense(Z!.RowCount, Z.ColumnCount, values);
    }

    private static double[] Each([NotNull] double[]? z, SpanFunction f, string name)
    {
        ArgumentNullException.ThrowIfNull(z, name);
        var values = new double[z.Length];
        f(z, values);
        return values;
    }

    private delegate void SpanFunction(ReadOnlySpan<double> z, Span<double> values);
}

namespace ShallowNet;

/// <summary>One parameter of a gradient check.</summary>
/// <param name="Parameter">Its name, for example "W1[2,0]".</param>
/// <param name="Analytic">The derivative by back-propagation.</param>
/// <param name="Numerical">The derivative by a central difference.</param>
/// <param name="RelativeError">|a - n| / (|a| + |n|), 0 if both are 0.</param>
public sealed record GradientCheckEntry(string Parameter, double Analytic, double Numerical, double RelativeError);

/// <summary>Compares back-propagation with central differences of the cost, parameter by parameter.</summary>
public sealed class GradientCheck
{
    private GradientCheck(IReadOnlyList<GradientCheckEntry> entries)
    {
        Entries = entries;
        RelativeError = Relative(
            Norm(entries.Select(e => e.Analytic - e.Numerical)), Norm(entries.Select(e => e.Analytic)), Norm(entries.Select(e => e.Numerical)));
    }

    /// <summary>‖a - n‖ / (‖a‖ + ‖n‖) over all parameters.</summary>
    public double RelativeError { get; }

    /// <summary>Every parameter, in the order W1 row by row, b1, W2 row by row, b2.</summary>
    public IReadOnlyList<GradientCheckEntry> Entries { get; }

    /// <summary>Whether <see cref="RelativeError"/> is below 1e-7.</summary>
    public bool Passed => RelativeError < 1e-7;

    /// <summary>Runs the check; the network is not changed.</summary>
    /// <param name="net">The network.</param>
    /// <param name="X">Inputs, nx × m.</param>
    /// <param name="Y">Targets, ny × m.</param>
    /// <param name="h">The step of the central differences, above 0.</param>
    /// <param name="analytic">The gradients to check, such as your own; those of the network unless given.</param>
    public static GradientCheck Run(Network net, Matrix<double> X, Matrix<double> Y, double h = 1e-5, Gradients? analytic = null)
    {
        ArgumentNullException.ThrowIfNull(net);
        Guard.Step(h);
        analytic ??= net.Gradients(X, Y);
        Guard.Shapes(analytic, net, nameof(analytic));

        var copy = net.Clone();
        var entries = new List<GradientCheckEntry>();
        Matrix("W1", copy.W1, analytic.dW1);
        Vector("b1", copy.b1, analytic.db1);
        Matrix("W2", copy.W2, analytic.dW2);
        Vector("b2", copy.b2, analytic.db2);
        return new(entries);

        void Matrix(string name, Matrix<double> W, Matrix<double> dW)
        {
            for (var i = 0; i < W.RowCount; i++)
            {
                for (var j = 0; j < W.ColumnCount; j++)
                {
                    var (row, column) = (i, j);
                    Add(Invariant($"{name}[{i},{j}]"), dW[i, j], W[i, j], w => W[row, column] = w);
                }
            }
        }

        void Vector(string name, Vector<double> b, Vector<double> db)
        {
            for (var i = 0; i < b.Count; i++)
            {
                var row = i;
                Add(Invariant($"{name}[{i}]"), db[i], b[i], w => b[row] = w);
            }
        }

        void Add(string name, double derivative, double value, Action<double> set)
        {
            var numerical = NumericalDerivative.Central(w => { set(w); return copy.Cost(X, Y); }, value, h);
            set(value);
            var error = Relative(Math.Abs(derivative - numerical), Math.Abs(derivative), Math.Abs(numerical));
            entries.Add(new(name, derivative, numerical, error));
        }
    }

    /// <summary>For example "gradient check passed: relative error 3.1E-10 over 17 parameters".</summary>
    public override string ToString() =>
        Invariant($"gradient check {(Passed ? "passed" : "failed")}: relative error {RelativeError:0.0E-0} over {Entries.Count} parameters");

    private static double Norm(IEnumerable<double> values) => Math.Sqrt(values.Sum(value => value * value));

    private static double Relative(double difference, double a, double n) => difference == 0 ? 0 : difference / (a + n);
}

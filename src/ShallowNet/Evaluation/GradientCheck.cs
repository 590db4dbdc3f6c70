namespace ShallowNet;

/// <summary>Compares back-propagation with central differences of the cost, parameter by parameter.</summary>
/// <remarks>Two costs J, each rounded to ε = 2e-16 of itself, are divided by 2h: a central difference is no better than about ε (1 + J) /
/// h, 4e-11 for h = 1e-5. Errors are therefore relative to at least the derivative at which that much would just pass; else right gradients
/// that are nearly 0 would fail.</remarks>
public sealed class GradientCheck
{
    private const double Tolerance = 1e-7;
    /// <summary>ε, the distance from 1 to the next number.</summary>
    private const double Rounding = 2.220446049250313e-16;

    /// <summary>How long a check goes on before it says how far it is; tests shorten it.</summary>
    internal static TimeSpan Silence { get; set; } = TimeSpan.FromSeconds(2);

    private GradientCheck(IReadOnlyList<GradientCheckEntry> entries, double floor)
    {
        Entries = entries;
        RelativeError = Relative(Norm(entries.Select(e => e.Analytic - e.Numerical)), Norm(entries.Select(e => e.Analytic)),
            Norm(entries.Select(e => e.Numerical)), floor);
    }

    /// <summary>‖a - n‖ / (‖a‖ + ‖n‖) over all parameters, with the same floor below.</summary>
    public double RelativeError { get; }
    /// <summary>Every parameter, in the order W1 row by row, b1, W2 row by row, b2.</summary>
    public IReadOnlyList<GradientCheckEntry> Entries { get; }
    /// <summary>Whether <see cref="RelativeError"/> is below 1e-7.</summary>
    public bool Passed => RelativeError < Tolerance;

    /// <summary>Runs the check; the network is not changed. It computes the cost twice for every parameter: for a large network a few
    /// examples, such as <c>data.Subset(Enumerable.Range(0, 20).ToArray())</c>, check it as well.</summary>
    /// <param name="net">The network.</param>
    /// <param name="X">Inputs, nx × m.</param>
    /// <param name="Y">Targets, ny × m.</param>
    /// <param name="h">The step of the central differences, above 0.</param>
    /// <param name="analytic">The gradients to check, such as your own; those of the network unless given.</param>
    /// <param name="cancellation">Asked before every parameter.</param>
    /// <exception cref="ArgumentException">A shape does not fit, or a number is not allowed.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public static GradientCheck Run(
        Network net, Matrix<double> X, Matrix<double> Y, double h = 1e-5, Gradients? analytic = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(net);
        analytic ??= net.Gradients(X, Y);
        Guard.Shapes(analytic, net, nameof(analytic));

        var copy = net.Clone();
        var floor = Rounding * (1 + net.Cost(X, Y)) / h / Tolerance;
        var parameters = net.Nh * (net.Nx + 1) + net.Ny * (net.Nh + 1);
        var longRun = new LongRun(Silence);
        using var stop = TrainingHost.Link(cancellation);
        var entries = new List<GradientCheckEntry>();
        Matrix("W1", copy.W1, analytic.dW1);
        Vector("b1", copy.b1, analytic.db1);
        Matrix("W2", copy.W2, analytic.dW2);
        Vector("b2", copy.b2, analytic.db2);
        return new(entries, floor);

        void Matrix(string name, Matrix<double> W, Matrix<double> dW)
        {
            var places = from i in Enumerable.Range(0, W.RowCount) from j in Enumerable.Range(0, W.ColumnCount) select (i, j);
            foreach (var (i, j) in places)
                Add(Invariant($"{name}[{i},{j}]"), dW[i, j], W[i, j], w => W[i, j] = w);
        }

        void Vector(string name, Vector<double> b, Vector<double> db)
        {
            foreach (var i in Enumerable.Range(0, b.Count))
                Add(Invariant($"{name}[{i}]"), db[i], b[i], w => b[i] = w);
        }

        void Add(string name, double derivative, double value, Action<double> set)
        {
            stop.Token.ThrowIfCancellationRequested();
            if (entries.Count > 0 && longRun.IsDue)
            {
                longRun.Say(Invariant($"gradient check: {entries.Count:N0} of {parameters:N0} parameters over {X.ColumnCount:N0} examples ")
                    + "(fewer check as well: data.Subset)", (double)entries.Count / parameters);
            }
            var numerical = NumericalDerivative.Central(w => { set(w); return copy.Cost(X, Y); }, value, h);
            set(value);
            var error = Relative(Math.Abs(derivative - numerical), Math.Abs(derivative), Math.Abs(numerical), floor);
            entries.Add(new(name, derivative, numerical, error));
        }
    }

    /// <summary>For example "gradient check passed: relative error 3.1e−10 over 17 parameters".</summary>
    public override string ToString() =>
        $"gradient check {(Passed ? "passed" : "failed")}: relative error "
            + $"{(RelativeError == 0 ? "0" : Invariant($"{RelativeError:0.0e-0}")).Replace('-', '−')} over {Entries.Count} parameters";

    private static double Norm(IEnumerable<double> values) => Math.Sqrt(values.Sum(value => value * value));

    private static double Relative(double difference, double a, double n, double floor) => difference / Math.Max(a + n, floor);
}

namespace ShallowNet;

/// <summary>The checks at the edge of the library. Each message says what came, what was expected and what to do.</summary>
internal static class Guard
{
    private const string Missing = "remove or fill in what is missing";
    /// <summary>Some 0.8 GB.</summary>
    private const double MaxParameters = 1e8;

    public static void Argument(
        [DoesNotReturnIf(false)] bool isMet, string name, [InterpolatedStringHandlerArgument(nameof(isMet))] ErrorText message)
    {
        if (!isMet)
            throw new ArgumentException(message.ToStringAndClear(), name);
    }

    public static void Range(
        [DoesNotReturnIf(false)] bool isMet, string name, [InterpolatedStringHandlerArgument(nameof(isMet))] ErrorText message)
    {
        if (!isMet)
            throw new ArgumentOutOfRangeException(name, message.ToStringAndClear());
    }

    public static void Size(int value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Range(value >= 1, name, $"{name} is {value}, expected 1 or more.");

    /// <summary>The sizes of a network are positive, and its parameters fit in memory.</summary>
    public static void Sizes(int nx, int nh, int ny)
    {
        Size(nx);
        Size(nh);
        Size(ny);
        var parameters = nh * (nx + 1.0) + ny * (nh + 1.0);
        Range(parameters <= MaxParameters, nx > nh ? nameof(nx) : nameof(nh),
            $"A {nx}-{nh}-{ny} network has {parameters:N0} parameters, expected at most {MaxParameters:N0}: take fewer units.");
    }

    public static void Finite(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Range(double.IsFinite(value), name, $"{name} is {value}, expected a finite number.");

    public static void LearningRate(double value, string name) => Range(value > 0 && double.IsFinite(value), name,
        $"{name} is {value}, expected a finite number above 0: try 1, then ten times less or more.");

    public static void Step(double h) =>
        Range(h > 0 && double.IsFinite(h), nameof(h), $"h is {h}, expected a small number above 0: try 1e-5.");

    /// <summary>X holds one example per column, at least one, all numbers finite.</summary>
    public static void Inputs([NotNull] Matrix<double>? X, int nx)
    {
        ArgumentNullException.ThrowIfNull(X);
        Argument(X.RowCount == nx, nameof(X),
            $"X is {X.RowCount} × {X.ColumnCount}, expected {nx} rows, one per input of the network: {Hint()}.");
        Examples(X, nameof(X));

        string Hint() => X.ColumnCount == nx
            ? "examples are columns, so pass X.Transpose()"
            : Invariant($"pass a matrix of {nx} rows, one example per column, or make a network with nx = {X.RowCount}");
    }

    /// <summary>At least one column, all numbers finite.</summary>
    public static void Examples([NotNull] Matrix<double>? matrix, string name)
    {
        ArgumentNullException.ThrowIfNull(matrix, name);
        Argument(matrix.ColumnCount > 0 && matrix.RowCount > 0, name,
            $"{name} is {matrix.RowCount} × {matrix.ColumnCount}, expected at least one example: one column per example.");
        Finite(matrix, name);
    }

    /// <summary>Y has a row per output and a column per example of X; for cross-entropy its numbers are 0 or 1.</summary>
    public static void Targets([NotNull] Matrix<double>? Y, int ny, int m, bool zeroOrOne)
    {
        ArgumentNullException.ThrowIfNull(Y);
        Argument(Y.RowCount == ny && Y.ColumnCount == m, nameof(Y),
            $"Y is {Y.RowCount} × {Y.ColumnCount}, expected {ny} × {m}, a row per output and a column per example of X: {Hint()}.");
        Finite(Y, nameof(Y));
        if (zeroOrOne && First(Y, y => y is not (0 or 1)) is var (i, j, wrong))
        {
            var hint = wrong == -1 ? "map labels -1 and 1 to 0 and 1 with (Y + 1) / 2" : "map the labels to 0 and 1 first";
            Argument(false, nameof(Y), $"Y[{i},{j}] is {wrong}, expected 0 or 1: {hint}.");
        }

        string Hint() => Y.RowCount == m && Y.ColumnCount == ny ? "examples are columns, so pass Y.Transpose()"
            : Y.ColumnCount == m ? Invariant($"make the network with ny: {Y.RowCount}, or pass one row, such as that of OneAgainstRest")
            : "pass the targets of the same examples as X";
    }

    public static void Shape([NotNull] Matrix<double>? matrix, int rows, int columns, string name, string hint)
    {
        ArgumentNullException.ThrowIfNull(matrix, name);
        Argument(matrix.RowCount == rows && matrix.ColumnCount == columns, name,
            $"{name} is {matrix.RowCount} × {matrix.ColumnCount}, expected {rows} × {columns}: {Hint()}.");

        string Hint() => matrix.RowCount == columns && matrix.ColumnCount == rows ? $"pass {name}.Transpose()" : hint;
    }

    public static void Length([NotNull] Vector<double>? vector, int length, string name, string hint)
    {
        ArgumentNullException.ThrowIfNull(vector, name);
        Argument(vector.Count == length, name, $"{name} has {vector.Count} elements, expected {length}: {hint}.");
    }

    /// <summary>The gradients have the shapes of the network's parameters.</summary>
    public static void Shapes([NotNull] Gradients? gradients, Network net, string name)
    {
        const string hint = "compute the gradients with this network";
        ArgumentNullException.ThrowIfNull(gradients, name);
        Shape(gradients.dW1, net.Nh, net.Nx, "dW1", hint);
        Length(gradients.db1, net.Nh, "db1", hint);
        Shape(gradients.dW2, net.Ny, net.Nh, "dW2", hint);
        Length(gradients.db2, net.Ny, "db2", hint);
    }

    public static void Finite(Matrix<double> matrix, string name, string hint = Missing)
    {
        if (First(matrix, value => !double.IsFinite(value)) is var (i, j, wrong))
            Argument(false, name, $"{name}[{i},{j}] is {wrong}, expected finite numbers: {hint}.");
    }

    public static void Finite(Vector<double> vector, string name, string hint = Missing)
    {
        if (vector.Find(value => !double.IsFinite(value), Zeros.AllowSkip) is var (i, wrong))
            Argument(false, name, $"{name}[{i}] is {wrong}, expected finite numbers: {hint}.");
    }

    /// <summary>The first wrong number, with its place. Mostly there is none: dense matrices are searched in their own memory.</summary>
    private static Tuple<int, int, double>? First(Matrix<double> matrix, Predicate<double> isWrong) =>
        matrix.AsColumnMajorArray() is { } numbers && !Array.Exists(numbers, isWrong)
            ? null
            : matrix.Find(number => isWrong(number), Zeros.Include);
}

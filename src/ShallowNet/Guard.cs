using System.Diagnostics.CodeAnalysis;

namespace ShallowNet;

/// <summary>The checks at the edge of the library. Each message says what came, what was expected and what to do.</summary>
internal static class Guard
{
    private const string Missing = "remove or fill in what is missing";

    /// <summary>Some 0.8 GB.</summary>
    private const double MaxParameters = 1e8;

    public static void Size(int value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value < 1)
            throw new ArgumentOutOfRangeException(name, Invariant($"{name} is {value}, expected 1 or more."));
    }

    /// <summary>The sizes of a network are positive, and its parameters fit in memory.</summary>
    public static void Sizes(int nx, int nh, int ny)
    {
        Size(nx);
        Size(nh);
        Size(ny);
        var parameters = nh * (nx + 1.0) + ny * (nh + 1.0);
        if (parameters > MaxParameters)
        {
            throw new ArgumentOutOfRangeException(
                nx > nh ? nameof(nx) : nameof(nh),
                Invariant($"A {nx}-{nh}-{ny} network has {parameters:N0} parameters, ") +
                Invariant($"expected at most {MaxParameters:N0}: take fewer units."));
        }
    }

    public static void Finite(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!double.IsFinite(value))
            throw new ArgumentOutOfRangeException(name, Invariant($"{name} is {value}, expected a finite number."));
    }

    public static void LearningRate(double value, string name)
    {
        if (!(value > 0) || double.IsPositiveInfinity(value))
        {
            throw new ArgumentOutOfRangeException(
                name, Invariant($"{name} is {value}, expected a finite number above 0: try 1, then ten times less or more."));
        }
    }

    public static void Step(double h)
    {
        if (!(h > 0) || double.IsPositiveInfinity(h))
            throw new ArgumentOutOfRangeException(nameof(h), Invariant($"h is {h}, expected a small number above 0: try 1e-5."));
    }

    /// <summary>X holds one example per column, at least one, all numbers finite.</summary>
    public static void Inputs([NotNull] Matrix<double>? X, int nx)
    {
        ArgumentNullException.ThrowIfNull(X);
        if (X.RowCount != nx)
        {
            var hint = X.ColumnCount == nx
                ? "examples are columns, so pass X.Transpose()"
                : Invariant($"pass a matrix of {nx} rows, one example per column, or make a network with nx = {X.RowCount}");
            throw new ArgumentException(
                Invariant($"X is {X.RowCount} × {X.ColumnCount}, expected {nx} rows, one per input of the network: {hint}."), nameof(X));
        }
        Examples(X, nameof(X));
    }

    /// <summary>At least one column, all numbers finite.</summary>
    public static void Examples([NotNull] Matrix<double>? matrix, string name)
    {
        ArgumentNullException.ThrowIfNull(matrix, name);
        if (matrix.ColumnCount == 0 || matrix.RowCount == 0)
        {
            throw new ArgumentException(
                Invariant($"{name} is {matrix.RowCount} × {matrix.ColumnCount}, expected at least one example: one column per example."),
                name);
        }
        Finite(matrix, name);
    }

    /// <summary>Y has a row per output and a column per example of X; for cross-entropy its numbers are 0 or 1.</summary>
    public static void Targets([NotNull] Matrix<double>? Y, int ny, int m, bool zeroOrOne)
    {
        ArgumentNullException.ThrowIfNull(Y);
        if (Y.RowCount != ny || Y.ColumnCount != m)
        {
            var hint = Y.RowCount == m && Y.ColumnCount == ny ? "examples are columns, so pass Y.Transpose()"
                : Y.ColumnCount == m ? Invariant($"make the network with ny: {Y.RowCount}, or pass one row, such as that of OneAgainstRest")
                : "pass the targets of the same examples as X";
            throw new ArgumentException(
                Invariant($"Y is {Y.RowCount} × {Y.ColumnCount}, expected {ny} × {m}, ") +
                $"a row per output and a column per example of X: {hint}.",
                nameof(Y));
        }
        Finite(Y, nameof(Y));
        if (zeroOrOne)
            ZeroOrOne(Y);
    }

    public static void ZeroOrOne(Matrix<double> Y)
    {
        if (First(Y, y => y is not (0 or 1)) is { } wrong)
        {
            var hint = wrong.Item3 == -1 ? "map labels -1 and 1 to 0 and 1 with (Y + 1) / 2" : "map the labels to 0 and 1 first";
            throw new ArgumentException(
                Invariant($"Y[{wrong.Item1},{wrong.Item2}] is {wrong.Item3}, expected 0 or 1: {hint}."), nameof(Y));
        }
    }

    public static void Shape([NotNull] Matrix<double>? matrix, int rows, int columns, string name, string hint)
    {
        ArgumentNullException.ThrowIfNull(matrix, name);
        if (matrix.RowCount != rows || matrix.ColumnCount != columns)
        {
            hint = matrix.RowCount == columns && matrix.ColumnCount == rows ? $"pass {name}.Transpose()" : hint;
            throw new ArgumentException(
                Invariant($"{name} is {matrix.RowCount} × {matrix.ColumnCount}, expected {rows} × {columns}: {hint}."), name);
        }
    }

    public static void Length([NotNull] Vector<double>? vector, int length, string name, string hint)
    {
        ArgumentNullException.ThrowIfNull(vector, name);
        if (vector.Count != length)
            throw new ArgumentException(Invariant($"{name} has {vector.Count} elements, expected {length}: {hint}."), name);
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
        if (First(matrix, value => !double.IsFinite(value)) is { } wrong)
        {
            throw new ArgumentException(
                Invariant($"{name}[{wrong.Item1},{wrong.Item2}] is {wrong.Item3}, expected finite numbers: {hint}."),
                name);
        }
    }

    public static void Finite(Vector<double> vector, string name, string hint = Missing)
    {
        var wrong = vector.Find(value => !double.IsFinite(value), Zeros.AllowSkip);
        if (wrong is not null)
        {
            throw new ArgumentException(
                Invariant($"{name}[{wrong.Item1}] is {wrong.Item2}, expected finite numbers: {hint}."), name);
        }
    }

    /// <summary>
    /// The first wrong number of a matrix, with its place. Nearly always there is none: dense matrices are searched in their own memory.
    /// </summary>
    private static Tuple<int, int, double>? First(Matrix<double> matrix, Predicate<double> isWrong) =>
        matrix.AsColumnMajorArray() is { } numbers && !Array.Exists(numbers, isWrong)
            ? null
            : matrix.Find(number => isWrong(number), Zeros.Include);
}

namespace ShallowNet.Notebooks;

/// <summary>Compares an answer with the expected value: numbers, arrays, vectors, matrices, and tuples or gradients made of them.</summary>
internal static class Comparison
{
    /// <summary>The first difference, or null where the two agree to the tolerance.</summary>
    public static Difference? Find(object? expected, object? got, double tolerance, string name = "")
    {
        var it = name.Length == 0 ? "The answer" : name;
        return (expected, got) switch
        {
            (not null, null) => Differs("is null."),
            (double e, double g) => Number(e, g, ""),
            (Matrix<double> e, Matrix<double> g) when (e.RowCount, e.ColumnCount) != (g.RowCount, g.ColumnCount) =>
                new($"{it} has the wrong shape.", Shape(e), Shape(g) + (Shape(e) == Shape(g.Transpose()) ? " (the transpose?)" : "")),
            (Matrix<double> e, Matrix<double> g) => First(
                from j in Enumerable.Range(0, e.ColumnCount)
                from i in Enumerable.Range(0, e.RowCount)
                select Number(e[i, j], g[i, j], $" at row {i}, column {j}")),
            (IList<double> e, IList<double> g) when e.Count != g.Count =>
                new($"{it} has the wrong length.", $"{e.Count} entries", $"{g.Count} entries"),
            (IList<double> e, IList<double> g) => First(e.Select((number, i) => Number(number, g[i], $" at index {i}"))),
            _ when PartsOf(expected) is { } e && got?.GetType() == expected?.GetType() => First(
                e.Zip(PartsOf(got)!, (one, other) => Find(one.Value, other.Value, tolerance, one.Name))),
            _ => Equals(expected, got) ? null : Differs("differs."),
        };

        Difference Differs(string how, string where = "") => new($"{it}{where} {how}", ValueText.Of(expected), ValueText.Of(got));

        Difference? Number(double e, double g, string where) =>
            e.Equals(g) || (double.IsFinite(e) && Math.Abs(e - g) <= tolerance * Math.Max(1, Math.Abs(e))) ? null
            : double.IsNaN(g) ? Differs("is NaN (not a number): look for 0/0, ∞ − ∞ or the logarithm of a negative number.", where)
            : double.IsInfinity(g) ? Differs("is infinite: look for a division by 0 or an exponential that overflows.", where)
            : Differs("differs.", where);
    }

    private static Difference? First(IEnumerable<Difference?> differences) => differences.FirstOrDefault(one => one is not null);

    private static IReadOnlyList<(string Name, object? Value)>? PartsOf(object? value) => value switch
    {
        Gradients g => [("dW1", g.dW1), ("db1", g.db1), ("dW2", g.dW2), ("db2", g.db2)],
        Parameters p => [("W1", p.W1), ("b1", p.b1), ("W2", p.W2), ("b2", p.b2)],
        ITuple tuple => [.. Enumerable.Range(0, tuple.Length).Select(i => ($"Item {i + 1} of the answer", tuple[i]))],
        _ => null,
    };

    private static string Shape(Matrix<double> matrix) => Invariant($"{matrix.RowCount} × {matrix.ColumnCount}");
}

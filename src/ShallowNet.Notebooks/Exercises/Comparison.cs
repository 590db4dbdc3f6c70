namespace ShallowNet.Notebooks;

/// <summary>
/// Compares an answer with the expected value: numbers, arrays, vectors, matrices, and tuples or results of the library made of them.
/// </summary>
internal static class Comparison
{
    /// <returns>The first difference, or null where the two agree to the tolerance.</returns>
    public static Difference? Find(object? expected, object? got, double tolerance, string name = "")
    {
        var it = name.Length == 0 ? "The answer" : name;
        return (expected, got) switch
        {
            (null, _) => got is null ? null : new($"{it} differs.", "null", ValueText.Of(got)),
            (_, null) => new($"{it} is null.", ValueText.Of(expected), "null"),
            (double e, double g) => Number(e, g, tolerance, it, expected, got),
            (Matrix<double> e, Matrix<double> g) => Matrices(e, g, tolerance, it),
            (Vector<double> e, Vector<double> g) => Vectors(e, g, tolerance, it),
            (double[] e, double[] g) => Vectors(Vector<double>.Build.Dense(e), Vector<double>.Build.Dense(g), tolerance, it),
            _ when PartsOf(expected) is { } e && got.GetType() == expected.GetType() => Parts(e, PartsOf(got)!, tolerance),
            _ => Equals(expected, got) ? null : new($"{it} differs.", ValueText.Of(expected), ValueText.Of(got)),
        };
    }

    private static Difference? Parts(IReadOnlyList<(string Name, object? Value)> expected, IReadOnlyList<(string Name, object? Value)> got,
        double tolerance)
    {
        for (var i = 0; i < expected.Count; i++)
        {
            if (Find(expected[i].Value, got[i].Value, tolerance, expected[i].Name) is { } difference)
                return difference;
        }
        return null;
    }

    private static IReadOnlyList<(string Name, object? Value)>? PartsOf(object value) => value switch
    {
        Gradients g => [("dW1", g.dW1), ("db1", g.db1), ("dW2", g.dW2), ("db2", g.db2)],
        Parameters p => [("W1", p.W1), ("b1", p.b1), ("W2", p.W2), ("b2", p.b2)],
        ForwardPass p => [("Z1", p.Z1), ("A1", p.A1), ("Z2", p.Z2), ("A2", p.A2)],
        ITuple tuple => [.. Enumerable.Range(0, tuple.Length).Select(i => ($"Item {i + 1} of the answer", tuple[i]))],
        _ => null,
    };

    private static Difference? Matrices(Matrix<double> expected, Matrix<double> got, double tolerance, string it)
    {
        if (expected.RowCount != got.RowCount || expected.ColumnCount != got.ColumnCount)
        {
            return new($"{it} has the wrong shape.", Shape(expected), Shape(got)
                + (expected.RowCount == got.ColumnCount && expected.ColumnCount == got.RowCount ? " (the transpose?)" : ""));
        }
        for (var j = 0; j < expected.ColumnCount; j++)
        {
            for (var i = 0; i < expected.RowCount; i++)
            {
                if (Number(expected[i, j], got[i, j], tolerance, $"{it} at row {i}, column {j}", expected, got) is { } difference)
                    return difference;
            }
        }
        return null;
    }

    private static Difference? Vectors(Vector<double> expected, Vector<double> got, double tolerance, string it)
    {
        if (expected.Count != got.Count)
            return new($"{it} has the wrong length.", $"{expected.Count} entries", $"{got.Count} entries");
        for (var i = 0; i < expected.Count; i++)
        {
            if (Number(expected[i], got[i], tolerance, $"{it} at index {i}", expected, got) is { } difference)
                return difference;
        }
        return null;
    }

    private static Difference? Number(double expected, double got, double tolerance, string it, object wholeExpected, object wholeGot)
    {
        if (double.IsNaN(got) && !double.IsNaN(expected))
        {
            return new($"{it} is NaN (not a number): look for 0/0, ∞ − ∞ or the logarithm of a negative number.",
                ValueText.Of(wholeExpected), ValueText.Of(wholeGot));
        }
        if (double.IsInfinity(got) && !double.IsInfinity(expected))
        {
            return new($"{it} is infinite: look for a division by 0 or an exponential that overflows.", ValueText.Of(wholeExpected),
                ValueText.Of(wholeGot));
        }
        var allowed = tolerance * Math.Max(1, Math.Abs(expected));
        return expected.Equals(got) || Math.Abs(expected - got) <= allowed ? null
            : new($"{it} differs.", ValueText.Of(wholeExpected), ValueText.Of(wholeGot));
    }

    private static string Shape(Matrix<double> matrix) =>
        string.Create(CultureInfo.InvariantCulture, $"{matrix.RowCount} × {matrix.ColumnCount}");
}

namespace ShallowNet.Notebooks;

/// <summary>Writes a value on one line, short enough for a panel.</summary>
internal static class ValueText
{
    private const int MostEntries = 6;

    public static string Of(object? value) => value switch
    {
        null => "null",
        double number => Number(number),
        string text => text,
        Matrix<double> matrix => Rows(matrix),
        Vector<double> vector => Entries(vector),
        double[] array => Entries(array),
        ITuple tuple => string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Of(tuple[i]))),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? value.GetType().Name,
    };

    /// <summary>A number with all its digits, or a tuple of whatever it holds.</summary>
    public static string Whole(object? value) => value switch
    {
        null => "null",
        ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Whole(tuple[i])))})",
        double or float or decimal or int or long => NumberFormat.Tidy(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)),
        _ => Of(value),
    };

    private static string Number(double value)
    {
        var rounded = Math.Round(value, 10);
        return NumberFormat.Tidy((Math.Abs(value) is > 1e-4 or 0 ? rounded : value).ToString("G6", CultureInfo.InvariantCulture));
    }

    private static string Rows(Matrix<double> matrix)
    {
        var rows = Enumerable.Range(0, Math.Min(matrix.RowCount, MostEntries)).Select(i => Entries(matrix.Row(i)));
        var more = matrix.RowCount > MostEntries ? ", …" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{matrix.RowCount} × {matrix.ColumnCount}: [{string.Join(", ", rows)}{more}]");
    }

    private static string Entries(IEnumerable<double> numbers)
    {
        double[] first = [.. numbers.Take(MostEntries + 1)];
        return $"[{string.Join(", ", first.Take(MostEntries).Select(Number))}{(first.Length > MostEntries ? ", …" : "")}]";
    }
}

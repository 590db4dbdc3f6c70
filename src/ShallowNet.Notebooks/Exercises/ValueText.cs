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
        Matrix<double> matrix => Invariant($"{matrix.RowCount} × {matrix.ColumnCount}: {List(matrix.EnumerateRows(), Of)}"),
        IEnumerable<double> numbers => List(numbers, Number),
        IEnumerable<int> numbers => string.Join(", ", numbers),
        ITuple tuple => string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Of(tuple[i]))),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? value.GetType().Name,
    };

    /// <summary>A number with all its digits, or a tuple of whatever it holds.</summary>
    public static string Whole(object? value) => value switch
    {
        ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Whole(tuple[i])))})",
        double or float or decimal or int or long => NumberFormat.Tidy(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)),
        _ => Of(value),
    };

    private static string Number(double value) => NumberFormat.Tidy(
        (Math.Abs(value) is > 1e-4 or 0 ? Math.Round(value, 10) : value).ToString("G6", CultureInfo.InvariantCulture));

    private static string List<T>(IEnumerable<T> entries, Func<T, string> text)
    {
        T[] first = [.. entries.Take(MostEntries + 1)];
        return $"[{string.Join(", ", first.Take(MostEntries).Select(text))}{(first.Length > MostEntries ? ", …" : "")}]";
    }
}

namespace ShallowNet;

/// <summary>A matrix stored row after row, so that row i holds unit i over the examples. Each row is filled up to a multiple of
/// <see cref="Multiple"/> by repeating the last example: the kernels need no case for what is left over.</summary>
internal readonly struct PaddedRows
{
    /// <summary>Two of the widest vectors.</summary>
    public const int Multiple = 16;

    private readonly double[] _values;
    private readonly int _start;

    /// <param name="count">Rows.</param>
    /// <param name="columns">Examples.</param>
    /// <param name="aligned">Whether they are for a whole training.</param>
    public PaddedRows(int count, int columns, bool aligned = false)
    {
        (Count, Width) = (count, (columns + Multiple - 1) / Multiple * Multiple);
        (_values, _start) = aligned ? AlignedBuffer.Allocate(count * Width) : (new double[count * Width], 0);
    }

    private PaddedRows(double[] values, int start, int count, int width) => (_values, _start, Count, Width) = (values, start, count, width);

    public int Count { get; }
    /// <summary>The length of a row in memory.</summary>
    public int Width { get; }
    public Span<double> Values => _values.AsSpan(_start, Count * Width);

    /// <summary>A copy of some columns of a matrix, at least <paramref name="width"/> long.</summary>
    public static PaddedRows Of(Matrix<double> matrix, int from, int columns, int width, bool aligned)
    {
        var rows = new PaddedRows(matrix.RowCount, width, aligned);
        var numbers = matrix.AsColumnMajorArray();
        var target = rows.Values;
        for (var j = 0; j < rows.Width; j++)
        {
            var column = from + Math.Min(j, columns - 1);
            for (var i = 0; i < rows.Count; i++)
                target[i * rows.Width + j] = numbers is null ? matrix.At(i, column) : numbers[column * rows.Count + i];
        }
        return rows;
    }

    public static PaddedRows Of(Matrix<double> matrix) => Of(matrix, 0, matrix.ColumnCount, matrix.ColumnCount, aligned: false);

    /// <summary>One row: 1/m for each of some examples out of m, 0 for the padding: an example's weight in cost and gradients.</summary>
    public static PaddedRows ExampleWeights(int columns, int width, int m, bool aligned)
    {
        var weights = new PaddedRows(1, width, aligned);
        weights.Values[..columns].Fill(1.0 / m);
        return weights;
    }

    /// <summary>Some of the rows, in the same memory.</summary>
    public PaddedRows Rows(int from, int count) => new(_values, _start + from * Width, count, Width);

    public Matrix<double> ToMatrix(int columns)
    {
        var numbers = new double[Count * columns];
        var values = Values;
        for (var j = 0; j < columns; j++)
        {
            for (var i = 0; i < Count; i++)
                numbers[j * Count + i] = values[i * Width + j];
        }
        return Matrix<double>.Build.Dense(Count, columns, numbers);
    }
}

namespace ShallowNet;

/// <summary>
/// A matrix stored row after row, so that row i holds unit i over the examples. Each row is filled up to a multiple of
/// <see cref="Multiple"/> by repeating the last example: the kernels need no case for what is left over.
/// </summary>
internal sealed class Rows
{
    /// <summary>Two of the widest lanes.</summary>
    public const int Multiple = 16;

    private readonly Storage values;

    /// <param name="count">Rows.</param>
    /// <param name="columns">Examples.</param>
    /// <param name="lasting">Whether they are for a whole training.</param>
    public Rows(int count, int columns, bool lasting = false)
    {
        (Count, Columns, Width) = (count, columns, (columns + Multiple - 1) / Multiple * Multiple);
        values = new(count * Width, lasting);
    }

    public int Count { get; }

    /// <summary>Examples.</summary>
    public int Columns { get; }

    /// <summary>The length of a row in memory.</summary>
    public int Width { get; }

    public Span<double> Values => values.Span;

    /// <summary>A copy of some columns of a matrix.</summary>
    public static Rows Of(Matrix<double> matrix, int from, int columns, bool lasting)
    {
        var rows = new Rows(matrix.RowCount, columns, lasting);
        var numbers = matrix.AsColumnMajorArray();
        var target = rows.Values;
        for (var j = 0; j < rows.Width; j++)
        {
            var column = from + Math.Min(j, columns - 1);
            for (var i = 0; i < rows.Count; i++)
            {
                target[i * rows.Width + j] = numbers is null ? matrix.At(i, column) : numbers[column * rows.Count + i];
            }
        }
        return rows;
    }

    public static Rows Of(Matrix<double> matrix) => Of(matrix, 0, matrix.ColumnCount, lasting: false);

    /// <summary>1/m for each example and 0 for what fills up the row: the weight of an example in cost and gradients.</summary>
    public static Storage Shares(int columns, int width, int m, bool lasting = false)
    {
        var shares = new Storage(width, lasting);
        shares.Span[..columns].Fill(1.0 / m);
        return shares;
    }

    public Matrix<double> ToMatrix() => Matrix<double>.Build.Dense(Count, Columns, (i, j) => Values[i * Width + j]);
}

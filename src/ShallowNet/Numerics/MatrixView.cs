namespace ShallowNet;

/// <summary>A matrix in memory that others own, or a part of one: row i, column k lies at i · rowStep + k · columnStep.</summary>
internal readonly ref struct MatrixView(Span<double> numbers, int rowStep, int columnStep = 1)
{
    public Span<double> Numbers { get; } = numbers;
    public int RowStep { get; } = rowStep;
    public int ColumnStep { get; } = columnStep;
    public MatrixView Transposed => new(Numbers, ColumnStep, RowStep);

    public MatrixView RowsFrom(int i) => new(Numbers[(i * RowStep)..], RowStep, ColumnStep);

    public MatrixView ColumnsFrom(int k) => new(Numbers[(k * ColumnStep)..], RowStep, ColumnStep);
}

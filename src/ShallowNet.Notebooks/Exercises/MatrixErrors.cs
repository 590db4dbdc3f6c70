namespace ShallowNet.Notebooks;

/// <summary>MathNet says which shapes did not fit, or nothing about an index; a learner wants to know what it means here.</summary>
internal static partial class MatrixErrors
{
    /// <summary>The exception, or one that says in plain words how it came.</summary>
    public static Exception Explained(Exception thrown) => thrown switch
    {
        ArgumentException when Shapes.Match(thrown.Message) is { Success: true } shapes =>
            new InvalidOperationException($"{shapes.Value}. {Meaning(shapes.Groups)}", thrown),
        ArgumentOutOfRangeException or IndexOutOfRangeException => new InvalidOperationException(
            "an index is out of range. In MapIndexed((i, j, z) => …) i counts the rows, which are units, and j the columns, "
            + "which are examples. A bias belongs to a unit: its index is i, not j.", thrown),
        _ => thrown,
    };

    private static string Meaning(GroupCollection shapes) =>
        (shapes["rows1"].Value == shapes["rows2"].Value, shapes["columns1"].Value == shapes["columns2"].Value) switch
        {
            (true, true) => "The shapes are the same, so you want the product entry by entry, ⊙: A.PointwiseMultiply(B). The operator * "
                + "is the matrix product.",
            (false, true) => "Both have the same number of columns, one for each example. A sum over the examples is a product with the "
                + "right one transposed: A * B.Transpose().",
            (true, false) => "Both have the same number of rows. A sum over the rows is a product with the left one transposed: "
                + "A.Transpose() * B.",
            _ => "A product wants as many columns on the left as rows on the right: write the shape beside each factor.",
        };

    [GeneratedRegex(@"op1 is (?<rows1>\d+)x(?<columns1>\d+), op2 is (?<rows2>\d+)x(?<columns2>\d+)")]
    private static partial Regex Shapes { get; }
}

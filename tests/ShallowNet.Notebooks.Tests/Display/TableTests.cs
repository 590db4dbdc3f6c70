using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace ShallowNet.Notebooks.Tests;

public sealed class TableTests
{
    [Fact]
    public void Of_SmallMatrix_ShowsShapeAndAlignedNumbers()
    {
        var table = Table.Of(Matrix<double>.Build.DenseOfArray(new[,] { { 0.5, -1.25 }, { 10, 0.001 } }), "W1");

        Assert.Equal(["W1, 2 × 2", "        0       1", "0   0.500  −1.250", "1  10.000   0.001"], table.ToString().Split('\n'));
    }

    [Fact]
    public void Of_NumbersOfVeryDifferentSize_UsesPowersOfTen() =>
        Assert.Contains("1.00e-9", Table.Of(Vector<double>.Build.DenseOfArray([1, 1e-9])).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Of_BigMatrix_ShowsItsEdges()
    {
        var text = Table.Of(Matrix<double>.Build.Dense(100, 50, (i, j) => i * 50 + j), "X").ToString();

        Assert.StartsWith("X, 100 × 50", text, StringComparison.Ordinal);
        Assert.Contains("4999", text, StringComparison.Ordinal);
        Assert.Contains("⋮", text, StringComparison.Ordinal);
        Assert.InRange(text.Split('\n').Length, 10, 16);
    }

    [Fact]
    public void Of_NotANumberAndInfinity_ShowsThem() =>
        Assert.Contains("−∞", Table.Of(Vector<double>.Build.DenseOfArray([double.NaN, double.NegativeInfinity])).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Rows_TextWithMarkup_IsEncoded() =>
        Assert.Contains("&lt;b&gt;", Table.Rows(["a"], [["<b>"]]).ToHtml(), StringComparison.Ordinal);

    [Fact]
    public void Rows_CellThatIsAView_ShowsAsItself() =>
        Assert.Contains("<svg", Table.Rows(["net"], [[Gallery.Trained(out _).ToDrawing()]]).ToHtml(), StringComparison.Ordinal);

    [Fact]
    public void Rows_RowTooShort_SaysWhichAndWhatWasExpected() =>
        Assert.Contains("Row 1 has 1 cells but there are 2 headers (a, b)",
            Assert.Throws<ArgumentException>(() => Table.Rows(["a", "b"], [[1, 2], [1]])).Message, StringComparison.Ordinal);

    [Fact]
    public void ToTable_DataSet_ShowsTheFirstExamplesWithTheirClass()
    {
        var lines = Gallery.Moons.ToTable(3).ToString().Split('\n');

        Assert.StartsWith("moons: 120 examples, 2 inputs, 2 classes", lines[0], StringComparison.Ordinal);
        Assert.Equal(5, lines.Length);
    }
}

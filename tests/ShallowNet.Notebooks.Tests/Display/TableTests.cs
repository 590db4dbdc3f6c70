namespace ShallowNet.Notebooks.Tests;

public sealed class TableTests
{
    public static TheoryData<Table, string> Shown => new()
    {
        { Table.Of(Matrix<double>.Build.DenseOfArray(new[,] { { 0.5, -1.25 }, { 10, 0.001 } }), "W1"),
            "W1, 2 × 2\n        0       1\n0   0.500  −1.250\n1  10.000   0.001" },
        { Table.Rows(["name", "cost", "epochs"], [["tanh", "0.25", 7], ["a long name", "12.5", null]]),
            "name         cost  epochs\ntanh         0.25       7\na long name  12.5       –" },
        { Runs.Medians("rate", [0.5, 1], new[] { new[] { (1.0, 10.0), (3, 30), (2, 20) }, [(5, 0), (7, 0), (6, 0)] },
            ("first", r => r.Item1), ("second", r => r.Item2)),
            "median of 3 runs\nrate  first  second\n 0.5      2      20\n   1      6       0" },
        { Runs.Medians("rate", [0.5, 1], [[1 / 0.0, 3, 1 / 0.0], [4, 1 / 0.0, 5]], ("epochs", e => e)),
            "median of 3 runs\nrate  epochs\n 0.5   never\n   1       5" },
    };

    [Theory, MemberData(nameof(Shown))]
    public void ToString_AnyTable_AlignsNumbersRightAndTextLeft(Table table, string text) => Assert.Equal(text, table.ToString());

    [Theory]
    [InlineData(new[] { 1, 1e-9 }, "1.0", "1.00e−9")]
    [InlineData(new[] { 1.2, 1e-9 }, "1.2", "1.00e−9")]
    [InlineData(new[] { 3.5761, 0.0003 }, "3.5761", "0.0003")]
    [InlineData(new[] { 12_345.678, 1.5 }, "12,345.7", "1.5")]
    [InlineData(new[] { 86.5, 68.2 }, "86.5", "68.2")]
    [InlineData(new[] { 66.6666, 68.2 }, "66.67", "68.20")]
    [InlineData(new[] { 0.99999, 0.5 }, "1.0000", "0.5000")]
    [InlineData(new[] { 4.5e-5, -3.2e-6 }, "4.50e−5", "−3.20e−6")]
    [InlineData(new[] { 3_200_000, 1000.0 }, "3,200,000", "1,000")]
    [InlineData(new[] { 1e300, 2 }, "1.00e300", "2")]
    [InlineData(new[] { 100 * 0.8925, 90.25 }, "89.25", "90.25")]
    [InlineData(new[] { 0.0, -0.0 }, "0", "0")]
    public void Of_TwoNumbers_LosesNeitherAndHasOneForm(double[] numbers, string first, string second) =>
        Assert.Equal([first, second], Table.Of(Vector<double>.Build.Dense(numbers)).ToString().Split('\n')[1..]
            .Select(line => line[1..].Trim()));

    [Fact]
    public void Rounding_EveryShareOf400_IsThatOfACell() =>
        Assert.All(Enumerable.Range(0, 401).Select(right => 100 * (right / 400.0)), percent =>
        Assert.Equal($"{percent:0.0}", NumberFormat.For([percent, 1.2345], 1).Text(percent)));

    [Fact]
    public void Of_FlowersCoordinates_AreNeverPowersOfTen() =>
        Expect.NotIn(Table.Of(Datasets.Flower().X).ToString(), "e");

    [Theory]
    [InlineData("5.0E-016", "5.0e−16")]
    [InlineData("largest difference 3.3e-16, at -0.5", "largest difference 3.3e−16, at −0.5")]
    [InlineData("1E+15", "1e15")]
    [InlineData("-Infinity", "−∞")]
    [InlineData("2-4-1 network, 8x8-pixels, 2026-11-26, x-1", "2-4-1 network, 8x8-pixels, 2026-11-26, x-1")]
    public void Rows_NumbersInText_HaveTheSameForm(string text, string shown) =>
        Assert.Equal(["a", shown], Table.Rows(["a"], [[text]]).ToString().Split('\n').Select(line => line.Trim()));

    [Fact]
    public void ToHtml_ColumnsOfNumbers_HaveTheirHeadersOnTheRight() => Assert.Equal(2,
        Table.Rows(["name", "cost", "epochs"], [["tanh", "0.25", 7], ["a long name", "12.5", null]]).ToHtml()
            .Split("<th scope=\"col\" style=\"padding:2px 12px 2px 4px;border:0;text-align:right").Length - 1);

    [Fact]
    public void Rows_Many_ShowsTheFirstAndHowManyMore()
    {
        var table = Table.Rows(["i"], Enumerable.Range(0, 8000).Select(i => new object?[] { i }));
        Assert.Equal(52, table.ToString().Split('\n').Length);
        Expect.End(table.ToString(), "… 7,950 more rows");
        Expect.In(table.ToHtml(), "… 7,950 more rows");
    }

    [Fact]
    public void Of_BigMatrix_ShowsItsEdges()
    {
        var text = Table.Of(Matrix<double>.Build.Dense(100, 50, (i, j) => i * 50 + j), "X").ToString();
        Expect.Start(text, "X, 100 × 50");
        Expect.In(text, "4999", "⋮");
        Assert.InRange(text.Split('\n').Length, 10, 16);
    }

    [Fact]
    public void Of_NotANumberAndInfinity_ShowsThem() => Expect.In(
        Table.Of(Vector<double>.Build.Dense([double.NaN, double.NegativeInfinity])).ToString(), "−∞");

    public static TheoryData<object, string> Cells => new() { { "<b>", "&lt;b&gt;" }, { Gallery.Trained(out _).ToDrawing(), "<svg" } };

    [Theory, MemberData(nameof(Cells))]
    public void Rows_TextAndViews_AreEncodedAndShownAsThemselves(object cell, string html) =>
        Expect.In(Table.Rows(["a"], [[cell]]).ToHtml(), html);

    [Fact]
    public void ToTable_DataSet_ShowsTheFirstExamplesWithTheirClass()
    {
        var lines = Gallery.Moons.ToTable(3).ToString().Split('\n');
        Expect.Start(lines[0], "moons: 120 examples, 2 inputs, 2 classes");
        Assert.Equal(5, lines.Length);
    }
}

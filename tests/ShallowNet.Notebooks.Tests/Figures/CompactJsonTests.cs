using CsCheck;
using Newtonsoft.Json.Linq;

namespace ShallowNet.Notebooks.Tests;

public sealed class CompactJsonTests
{
    [Fact]
    public void Write_LongNumbers_CutsThemToSixDigits() =>
        Assert.Equal("[0.333333,1E-09,-2.5,12345700]", CompactJson.Write(new[] { 1 / 3.0, 1e-9, -2.5, 12345678.9 })
            .Replace("1.23457E+07", "12345700", StringComparison.Ordinal));

    [Fact]
    public void Write_NumbersThatJsonCannotSay_WritesNull() =>
        Assert.Equal("[null,null,null]", CompactJson.Write(new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity }));

    [Fact]
    public void Write_SmallGrid_StaysPlain() => Assert.Equal("[[1.0,2.0],[3.0,4.0]]".Replace(".0", "", StringComparison.Ordinal),
        CompactJson.Write(new double[,] { { 1, 2 }, { 3, 4 } }));

    [Fact]
    public void Write_RaggedGrid_StaysPlain()
    {
        var rows = Enumerable.Range(1, 40).Select(length => new double[length]).ToArray();

        Assert.Equal(40, JArray.Parse(CompactJson.Write(rows)).Count);
    }

    [Fact]
    public void Write_BigGrid_UnpacksToWithinOneLevel() =>
        Gen.Double[-1e3, 1e3].Array2D[Gen.Int[20, 30], Gen.Int[20, 30]].Sample(square =>
        {
            var packed = JObject.Parse(CompactJson.Write(square));
            var unpacked = Unpack(packed);
            var (low, high) = ((double)packed["low"]!, (double)packed["high"]!);
            // Half a level, and what the six digits of the ends leave.
            var tolerance = 0.5 * (high - low) / 4094 + 1e-5 * Math.Max(Math.Abs(low), Math.Abs(high));
            return Enumerable.Range(0, square.GetLength(0)).All(i => Enumerable.Range(0, square.GetLength(1))
                .All(j => Math.Abs(square[i, j] - unpacked[i][j]) <= tolerance));
        }, iter: 50);

    [Fact]
    public void Write_BigGridWithGaps_KeepsTheGaps()
    {
        var square = new double[25, 20];
        square[3, 4] = double.NaN;
        square[5, 6] = 2;

        var unpacked = Unpack(JObject.Parse(CompactJson.Write(square)));

        Assert.True(double.IsNaN(unpacked[3][4]));
        Assert.Equal(2, unpacked[5][6], 12);
        Assert.Equal(0, unpacked[0][0], 12);
    }

    [Fact]
    public void Write_ConstantGrid_UnpacksToTheConstant()
    {
        var square = new double[25, 20];
        for (var i = 0; i < square.Length; i++)
            square[i / 20, i % 20] = 0.5;
        Assert.All(Unpack(JObject.Parse(CompactJson.Write(square))), row => Assert.All(row, cell => Assert.Equal(0.5, cell)));
    }

    private static double[][] Unpack(JObject grid)
    {
        Assert.Equal("grid", (string?)grid["sn"]);
        var (low, high, columns, cells) = ((double)grid["low"]!, (double)grid["high"]!, (int)grid["columns"]!, (string)grid["cells"]!);
        return [.. cells.Chunk(2 * columns).Select(row => row.Chunk(2).Select(pair =>
        {
            var code = CompactJson.Alphabet.IndexOf(pair[0], StringComparison.Ordinal) * 64
                + CompactJson.Alphabet.IndexOf(pair[1], StringComparison.Ordinal);
            return code == 4095 ? double.NaN : low + code * (high - low) / 4094;
        }).ToArray())];
    }
}

using CsCheck;
using Newtonsoft.Json.Linq;

namespace ShallowNet.Notebooks.Tests;

public sealed class CompactJsonTests
{
    public static TheoryData<object, string> Written => new()
    {
        { new[] { 1 / 3.0, 1e-9, -2.5, 12345678.9 }, "[0.333333,1E-09,-2.5,1.23457E+07]" },
        { new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity }, "[null,null,null]" },
        { new double[,] { { 1, 2 }, { 3, 4 } }, "[[1,2],[3,4]]" },
    };

    [Theory, MemberData(nameof(Written))]
    public void Write_NumbersAndSmallGrids_HaveSixDigitsOrAreNull(object numbers, string json) =>
        Assert.Equal(json, CompactJson.Write(numbers));

    [Fact]
    public void Write_RaggedGrid_StaysPlain() =>
        Assert.Equal(40, JArray.Parse(CompactJson.Write(Enumerable.Range(1, 40).Select(length => new double[length]).ToArray())).Count);

    [Fact]
    public void Write_BigGrid_UnpacksToWithinOneLevel() =>
        Gen.Double[-1e3, 1e3].Array2D[Gen.Int[20, 30], Gen.Int[20, 30]].Sample(square =>
        {
            var packed = JObject.Parse(CompactJson.Write(square));
            var (low, high) = ((double)packed["low"]!, (double)packed["high"]!);
            // Half a level, and what the six digits of the ends leave.
            var tolerance = 0.5 * (high - low) / 4094 + 1e-5 * Math.Max(Math.Abs(low), Math.Abs(high));
            return square.Cast<double>().Zip(Unpack(packed).SelectMany(row => row), (cell, unpacked) => Math.Abs(cell - unpacked))
                .All(apart => apart <= tolerance);
        }, iter: 50);

    [Fact]
    public void Write_BigGridWithGaps_KeepsTheGaps()
    {
        var square = new double[25, 20];
        (square[3, 4], square[5, 6]) = (double.NaN, 2);
        var unpacked = Unpack(JObject.Parse(CompactJson.Write(square)));
        Assert.True(double.IsNaN(unpacked[3][4]));
        Assert.Equal(2, unpacked[5][6], 12);
        Assert.Equal(0, unpacked[0][0], 12);
    }

    [Fact]
    public void Write_ConstantGrid_UnpacksToTheConstant()
    {
        var constant = Matrix<double>.Build.Dense(25, 20, 0.5).ToArray();
        Assert.All(Unpack(JObject.Parse(CompactJson.Write(constant))), row => Assert.All(row, cell => Assert.Equal(0.5, cell)));
    }

    private static double[][] Unpack(JObject grid)
    {
        Assert.Equal("grid", (string?)grid["sn"]);
        var (low, high, columns, cells) = ((double)grid["low"]!, (double)grid["high"]!, (int)grid["columns"]!, (string)grid["cells"]!);
        int Digit(char letter) => CompactJson.Alphabet.IndexOf(letter, StringComparison.Ordinal);
        return [.. cells.Chunk(2).Select(pair => Digit(pair[0]) * 64 + Digit(pair[1]))
            .Select(code => code == 4095 ? double.NaN : low + code * (high - low) / 4094).Chunk(columns)];
    }
}

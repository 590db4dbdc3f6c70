namespace ShallowNet.Notebooks.Tests;

public sealed class FigureNumberTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.5, "−0.5")]
    [InlineData(0.00104, "0.00104")]
    [InlineData(3.14159, "3.14")]
    [InlineData(-1234.5, "−1230")]
    [InlineData(320000, "320,000")]
    [InlineData(3200000, "3,200,000")]
    [InlineData(3.2e12, "3.2e12")]
    [InlineData(4.5e-5, "4.5e−5")]
    [InlineData(-3.33e-16, "−3.33e−16")]
    [InlineData(0.99999, "1")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.NegativeInfinity, "−∞")]
    public void Text_AnyNumber_IsWrittenAsAxesWriteIt(double value, string expected) => Assert.Equal(expected, FigureNumber.Text(value));

    [Theory]
    [InlineData(89.25, 1, "89.3")]
    [InlineData(-0.5, 3, "−0.500")]
    [InlineData(1234.5, 0, "1235")]
    [InlineData(12345.5, 0, "12,346")]
    [InlineData(double.PositiveInfinity, 2, "∞")]
    public void Fixed_AnyNumber_RoundsAsCellsDo(double value, int decimals, string expected) =>
        Assert.Equal(expected, FigureNumber.Fixed(value, decimals));

    [Fact]
    public void Percent_HalfOfATenth_RoundsAsTheCellsOwnFormat() => Assert.Equal($"{100 * 0.8925:0.0}%", FigureNumber.Percent(0.8925));
}

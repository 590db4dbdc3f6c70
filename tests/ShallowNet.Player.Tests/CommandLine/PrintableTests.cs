using ShallowNet.Player.CommandLine;

namespace ShallowNet.Player.Tests.CommandLine;

public sealed class PrintableTests
{
    [Theory]
    [InlineData("α ≤ 0,01 课程 🙂", "α ≤ 0,01 课程 🙂")]
    [InlineData("a\u001b]0;title\u0007b", "a␛]0;title␇b")]
    [InlineData("a\rb\u007f\u009b31m", "a␍b␡\ufffd31m")]
    [InlineData("gpj.\u202egolb", "gpj.\ufffdgolb")]
    public void Text_AndLine_ShowWhatATerminalWouldObey(string text, string shown) =>
        Assert.Equal((shown, shown), (Printable.Text(text), Printable.Line(text)));

    [Fact]
    public void Line_WithALineBreak_StaysALine() => Assert.Equal(("a\n\tb", "a␊␉b"), (Printable.Text("a\n\tb"), Printable.Line("a\n\tb")));
}

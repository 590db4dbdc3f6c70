namespace ShallowNet.Player.Tests.Book;

public sealed class CSharpHighlighterTests
{
    [Theory]
    [InlineData("var x = 1.5;", "<span class=\"k\">var</span> x = <span class=\"n\">1.5</span>;")]
    [InlineData("// a < b", "<span class=\"c\">// a &lt; b</span>")]
    [InlineData("Math.Exp(-z)", "<span class=\"t\">Math</span>.<span class=\"m\">Exp</span>(-z)")]
    [InlineData("W1[0, 0]", "W1[<span class=\"n\">0</span>, <span class=\"n\">0</span>]")]
    [InlineData("$\"a{b}\"", "<span class=\"s\">$&quot;</span><span class=\"s\">a</span>{b}<span class=\"s\">&quot;</span>")]
    [InlineData("#r \"nuget: X, 1.0\"\nnew List<int>()",
        "<span class=\"d\">#r &quot;nuget: X, 1.0&quot;\n</span><span class=\"k\">new</span> <span class=\"t\">List</span>&lt;<span "
            + "class=\"k\">int</span>&gt;()")]
    public void Html_Code_MarksEachKindOfToken(string code, string html) => Assert.Equal(html, CSharpHighlighter.Html(code));

    [Theory]
    [InlineData("if (x { \"unclosed")]
    [InlineData("#!fsharp\nlet x = 1\n/* never closed")]
    [InlineData("")]
    public void Html_CodeThatDoesNotCompile_LosesNoCharacter(string code) =>
        Assert.Equal(code, System.Net.WebUtility.HtmlDecode(Regex.Replace(CSharpHighlighter.Html(code), "<[^>]*>", "")));

    [Theory]
    [InlineData("<figure><div data-x=\"<b><b>\"></div><script>", "if (a <b && c) ", "</script></figure>", false)]
    [InlineData("", "<p>a<br><tr><td>", "", false)]
    [InlineData("<script></script>", "<b>", "", true)]
    public void IsTooDeep_OfWhatFiguresPutOut_IsFalse(string start, string repeated, string end, bool isTooDeep) =>
        Assert.Equal(isTooDeep, HtmlDepth.IsTooDeep(start + string.Concat(Enumerable.Repeat(repeated, 1000)) + end));
}

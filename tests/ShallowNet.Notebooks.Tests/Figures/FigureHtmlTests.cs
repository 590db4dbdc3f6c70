using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Plotly.NET.CSharp;

namespace ShallowNet.Notebooks.Tests;

public sealed partial class FigureHtmlTests
{
    public static TheoryData<string> Names => [.. Gallery.Figures.Keys];

    [Theory, MemberData(nameof(Names))]
    public void ToHtml_AnyFigure_ReservesItsHeightIsLabeledAndSmall(string name)
    {
        var figure = Gallery.Figures[name];
        var html = figure.ToHtml();
        Expect.Start(html, "<figure class=\"sn-figure\"");
        Assert.Matches("--sn-height:\\d+px|\\.sn-plot\\{height:", html);
        Expect.In(html, $"role=\"img\" aria-label=\"{WebUtility.HtmlEncode(figure.Description)}\"");
        Assert.Equal(Charts.Title(figure.Chart).Length > 0, html.Contains("<figcaption>", StringComparison.Ordinal));
        Assert.InRange(Encoding.UTF8.GetByteCount(html), 1_000, Gallery.Animated.Contains(name) ? 1_500_000 : 300_000);
    }

    [Fact]
    public void ToHtml_LongTrainingAndManySnapshots_StaysSmall()
    {
        var net = Gallery.Trained(out var history, nh: 20, epochs: 3000);
        Assert.InRange(Figures.BoundaryOverEpochs("Long", net, history, Gallery.Moons).ToHtml().Length, 100_000, 1_500_000);
        Assert.InRange(Figures.Costs("Long", ("a", history), ("b", history), ("c", history)).ToHtml().Length, 10_000, 100_000);
    }

    [Fact]
    public void ToHtml_Twice_HasTwoIds()
    {
        string Id() => Regex.Match(Gallery.Html("curves"), "id=\"sn-[0-9a-f]+\"").Value;
        Assert.NotEqual(Id(), Id());
    }

    [Fact]
    public void ToHtml_NameThatClosesAScript_CannotEndTheScript()
    {
        var html = Figures.Curves("t", "x", "y", new Series("</script><b>", [0, 1], [0, 1]), new Series("b", [0, 1], [0, 1])).ToHtml();
        Assert.Single(Regex.Matches(html, "</script>"));
    }

    [Fact]
    public void ToHtml_ChartOfPlotlyNet_DropsItsDefaultTemplateAndSize()
    {
        double[] x = [1, 2, 3];
        var html = Chart.Line<double, double, string>(x, x, Name: "line").ToFigure().ToHtml();
        Expect.NotIn(html, "\"template\"", "\"width\":600");
        Expect.In(html, "--sn-height:340px");
    }

    [Fact]
    public void Integrity_OfTheCdnCopy_IsThatOfThePackagesCopy() => Assert.Equal(
        Plotlyjs.Integrity, "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Plotlyjs.Source()))));
}

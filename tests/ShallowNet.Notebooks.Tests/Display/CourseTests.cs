namespace ShallowNet.Notebooks.Tests;

public sealed class CourseTests
{
    [Fact]
    public void Ready_InTheRepository_FindsVersionsAndData()
    {
        var text = Course.Ready().ToString();
        Expect.Start(text, "Ready.");
        Expect.In(text, $"MathNet.Numerics {Repository.Version("MathNet.Numerics")}; Plotly.NET {Repository.Version("Plotly.NET")}");
        Expect.In(text, "data, breast cancer 569 examples, 30 inputs, 2 classes");
    }

    [Fact]
    public void Ready_OnAnyMachine_LetsCellsWriteNumbersWithAPoint()
    {
        Course.Ready();
        string? written = null;
        var cell = new Thread(() => written = $"{0.5}");
        cell.UnsafeStart();
        cell.Join();
        Assert.Equal(CultureInfo.InvariantCulture, CultureInfo.DefaultThreadCurrentCulture);
        Assert.Equal("0.5", written);
    }

    [Fact]
    public void PutPlotlyInThePage_Script_HasOneEndAndTheWholeLibrary()
    {
        var html = Course.PutPlotlyInThePage().ToHtml();
        Assert.Equal(html.IndexOf("</script", StringComparison.Ordinal), html.LastIndexOf("</script", StringComparison.Ordinal));
        Expect.In(html, "plotly.js v" + Plotlyjs.Version);
        Assert.InRange(html.Length, 3_000_000, 4_500_000);
    }

    [Fact]
    public void ToDrawing_Network_DrawsEveryWeightAndItsSign()
    {
        var net = new Network(2, 3);
        (net.W1[0, 0], net.W1[1, 0]) = (1.5, -2);
        var html = net.ToDrawing("Three <units>").ToHtml();
        Expect.In(html, "Three &lt;units&gt;");
        Assert.Equal(2 * 3 + 3, html.Split("<line ").Length - 1);
        Expect.In(html, "<title>W1[1, 0] = −2</title>");
    }
}

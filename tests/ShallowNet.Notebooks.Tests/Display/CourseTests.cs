namespace ShallowNet.Notebooks.Tests;

public sealed class CourseTests
{
    [Fact]
    public void Ready_InTheRepository_FindsVersionsAndData()
    {
        var text = Course.Ready().ToString();
        Assert.StartsWith("Ready.", text, StringComparison.Ordinal);
        Assert.Contains($"MathNet.Numerics {Repository.Version("MathNet.Numerics")}; Plotly.NET {Repository.Version("Plotly.NET")}", text,
            StringComparison.Ordinal);
        Assert.Contains("data, breast cancer 569 examples, 30 inputs, 2 classes", text, StringComparison.Ordinal);
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
        Assert.Contains("plotly.js v" + Plotlyjs.Version, html, StringComparison.Ordinal);
        Assert.InRange(html.Length, 3_000_000, 4_500_000);
    }

    [Fact]
    public void ToDrawing_Network_DrawsEveryWeightAndItsSign()
    {
        var net = new Network(2, 3);
        (net.W1[0, 0], net.W1[1, 0]) = (1.5, -2);
        var html = net.ToDrawing("Three <units>").ToHtml();
        Assert.Contains("Three &lt;units&gt;", html, StringComparison.Ordinal);
        Assert.Equal(2 * 3 + 3, html.Split("<line ").Length - 1);
        Assert.Contains("<title>W1[1, 0] = −2</title>", html, StringComparison.Ordinal);
    }
}

namespace ShallowNet.Player.Tests.Kernels.Embedded;

/// <summary>#r "path" and #r "nuget:": one copy of each assembly, clear errors.</summary>
public sealed class ReferenceTests : KernelTrial
{
    private static readonly string Version = Repository.Version("MathNet.Numerics");
    private static readonly string MathNet = $"#r \"nuget: MathNet.Numerics, {Version}\"";

    private static readonly string Bin = Path
        .GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "ShallowNet.Notebooks", "release"));

    [Fact]
    public async Task Nuget_Package_CanBeUsedInTheSameCell()
    {
        Assert.Equal("6", await ValueAsync(
            MathNet + "\nusing MathNet.Numerics.LinearAlgebra;\nVector<double>.Build.Dense(3, 2.0).Sum()"));
        await SucceedAsync(MathNet);
    }

    [Fact]
    public async Task Path_AfterPackage_SharesItsAssemblies()
    {
        await SucceedAsync(
            $"{MathNet}\n#r \"{Path.Combine(Bin, "ShallowNet.dll")}\"\nusing MathNet.Numerics.LinearAlgebra;\nusing ShallowNet;");
        Assert.Equal("1", await ValueAsync("Matrix<double> W1 = new Network(2, 3).W1;\n"
            + "AppDomain.CurrentDomain.GetAssemblies().Count(a => a.GetName().Name == \"MathNet.Numerics\")"));
    }

    [Fact]
    public async Task Path_Relative_StartsFromTheNotebooksFolder()
    {
        foreach (var name in (string[])["ShallowNet.dll", "MathNet.Numerics.dll"])
            File.Copy(Path.Combine(Bin, name), Path.Combine(Folder.Path, name));
        Assert.Equal("3", await ValueAsync("#r \"ShallowNet.dll\"\nnew ShallowNet.Network(2, 3).Nh"));
    }

    [Fact]
    public async Task Path_Missing_SaysToBuildFirst() =>
        await FailAsync("#r \"../nowhere/No.dll\"", "../nowhere/No.dll", "Build first");

    [Fact]
    public async Task Package_AppearingBetweenCells_LeavesDisplayUsable()
    {
        await SucceedAsync("display(1);");
        await SucceedAsync("#r \"nuget: Markdig, 1.6.0\"\ndisplay(Markdig.Markdown.ToHtml(\"*hi*\"));");
        await SucceedAsync("display(2);");
    }

    [Fact]
    public async Task PlotlyInteractive_IsStoodInFor_AndSaysSo()
    {
        var first = await SucceedAsync(
            "#r \"nuget: Plotly.NET.Interactive, 6.0.0\"\n#r \"nuget: Plotly.NET.CSharp, 0.14.0\"\nusing Plotly.NET.CSharp;");
        Expect.In(Assert.Single(first.Outputs.OfType<NoteOutput>()).Text, "Plotly.NET.Interactive 6.0.0");
        var run = await SucceedAsync("Chart.Line<double, double, string>(new double[] { 1, 2 }, new double[] { 1, 4 })");
        Expect.In(run.Result!["text/html"], "Plotly.newPlot");
        Assert.Equal("Plotly.NET chart", run.Result["text/plain"]);
    }

    [Fact]
    public async Task Nuget_TwoVersions_IsAnError()
    {
        await RunAsync(MathNet);
        var failure = await FailAsync("#r \"nuget: MathNet.Numerics, 4.15.0\"", $"has {Version} loaded already");
        Assert.Equal("PackageError", failure.Name);
    }

    [Theory]
    [InlineData("only", "feed")]
    [InlineData("https://127.0.0.1:9/index.json", "https://127.0.0.1:9/index.json")]
    public async Task Nuget_NotToBeHad_NamesPackageAndSource(string named, string source)
    {
        Directory.CreateDirectory(Path.Combine(Folder.Path, "feed"));
        UseOnly(source);
        var failure = await FailAsync("// One.\n#r \"nuget: No.Such.Package.At.All, 1.2.3\"\n1", "No.Such.Package.At.All 1.2.3", named);
        Assert.Equal(("PackageError", 2), (failure.Name, failure.Line));
    }

    [Fact]
    public async Task Nuget_NoNetworkButCached_Works()
    {
        await using (var online = new KernelTrial())
            await online.SucceedAsync(MathNet);
        UseOnly("https://127.0.0.1:9/index.json");
        await SucceedAsync(MathNet);
    }

    private void UseOnly(string source) => Folder.Write("nuget.config", $"""
        <configuration><packageSources><clear /><add key="only" value="{source}" /></packageSources></configuration>
        """);
}

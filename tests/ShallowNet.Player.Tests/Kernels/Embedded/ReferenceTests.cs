namespace ShallowNet.Player.Tests.Kernels.Embedded;

/// <summary>#r "path" and #r "nuget:": one copy of each assembly, clear errors.</summary>
public sealed class ReferenceTests
{
    private static readonly string Version = Repository.Version("MathNet.Numerics");

    private static readonly string MathNet = $"#r \"nuget: MathNet.Numerics, {Version}\"";

    private static readonly string Bin = Path
        .GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "ShallowNet.Notebooks", "release"));

    [Fact]
    public async Task Nuget_Package_CanBeUsedInTheSameCell()
    {
        await using var trial = await KernelFixture.StartAsync();
        var run = await trial.RunAsync(MathNet + "\nusing MathNet.Numerics.LinearAlgebra;\nVector<double>.Build.Dense(3, 2.0).Sum()");
        Assert.Null(run.Failure);
        Assert.Equal("6", run.Result!["text/plain"]);
        Assert.Null((await trial.RunAsync(MathNet)).Failure);
    }

    [Fact]
    public async Task Path_AfterPackage_SharesItsAssemblies()
    {
        await using var trial = await KernelFixture.StartAsync();
        Assert.Null((await trial
            .RunAsync($"{MathNet}\n#r \"{Path.Combine(Bin, "ShallowNet.dll")}\"\nusing MathNet.Numerics.LinearAlgebra;\nusing ShallowNet;"))
                .Failure);
        var run = await trial
            .RunAsync("Matrix<double> W1 = new Network(2, 3).W1;\nAppDomain.CurrentDomain.GetAssemblies().Count(a => a.GetName().Name == "
                + "\"MathNet.Numerics\")");
        Assert.Null(run.Failure);
        Assert.Equal("1", run.Result!["text/plain"]);
    }

    [Fact]
    public async Task Path_Relative_StartsFromTheNotebooksFolder()
    {
        await using var trial = await KernelFixture.StartAsync();
        File.Copy(Path.Combine(Bin, "ShallowNet.dll"), Path.Combine(trial.Folder.Path, "Mine.dll"));
        File.Copy(Path.Combine(Bin, "ShallowNet.dll"), Path.Combine(trial.Folder.Path, "ShallowNet.dll"));
        File.Copy(Path.Combine(Bin, "MathNet.Numerics.dll"), Path.Combine(trial.Folder.Path, "MathNet.Numerics.dll"));
        var run = await trial.RunAsync("#r \"ShallowNet.dll\"\nnew ShallowNet.Network(2, 3).Nh");
        Assert.Null(run.Failure);
        Assert.Equal("3", run.Result!["text/plain"]);
    }

    [Fact]
    public async Task Path_Missing_SaysToBuildFirst()
    {
        await using var trial = await KernelFixture.StartAsync();
        var failure = (await trial.RunAsync("#r \"../nowhere/No.dll\"")).Failure!;
        Assert.Contains("../nowhere/No.dll", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Build first", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Package_AppearingBetweenCells_LeavesDisplayUsable()
    {
        await using var trial = await KernelFixture.StartAsync();
        Assert.Null((await trial.RunAsync("display(1);")).Failure);
        Assert.Null((await trial.RunAsync("#r \"nuget: Markdig, 1.6.0\"\ndisplay(Markdig.Markdown.ToHtml(\"*hi*\"));")).Failure);
        Assert.Null((await trial.RunAsync("display(2);")).Failure);
    }

    [Fact]
    public async Task PlotlyInteractive_IsStoodInFor_AndSaysSo()
    {
        await using var trial = await KernelFixture.StartAsync();
        var first = await trial
            .RunAsync("#r \"nuget: Plotly.NET.Interactive, 6.0.0\"\n#r \"nuget: Plotly.NET.CSharp, 0.14.0\"\nusing Plotly.NET.CSharp;");
        Assert.Null(first.Failure);
        Assert.Contains("Plotly.NET.Interactive 6.0.0", Assert.Single(first.Outputs.OfType<NoteOutput>()).Text, StringComparison.Ordinal);
        var run = await trial.RunAsync("Chart.Line<double, double, string>(new double[] { 1, 2 }, new double[] { 1, 4 })");
        Assert.Null(run.Failure);
        Assert.Contains("Plotly.newPlot", run.Result!["text/html"], StringComparison.Ordinal);
        Assert.Equal("Plotly.NET chart", run.Result["text/plain"]);
    }

    [Fact]
    public async Task Nuget_TwoVersions_IsAnError()
    {
        await using var trial = await KernelFixture.StartAsync();
        await trial.RunAsync(MathNet);
        var failure = (await trial.RunAsync("#r \"nuget: MathNet.Numerics, 4.15.0\"")).Failure!;
        Assert.Equal("PackageError", failure.Name);
        Assert.Contains($"has {Version} loaded already", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nuget_NotToBeHad_NamesPackageAndSource()
    {
        await using var trial = await KernelFixture.StartAsync();
        var feed = Path.Combine(trial.Folder.Path, "feed");
        Directory.CreateDirectory(feed);
        trial.Folder.Write("nuget.config", $"""
            <configuration><packageSources><clear /><add key="only" value={JsonSerializer.Serialize(feed)} /></packageSources></configuration>
            """);
        var failure = (await trial.RunAsync("// One.\n#r \"nuget: No.Such.Package.At.All, 1.2.3\"\n1")).Failure!;
        Assert.Equal(("PackageError", 2), (failure.Name, failure.Line));
        Assert.Contains("No.Such.Package.At.All 1.2.3", failure.Message, StringComparison.Ordinal);
        Assert.Contains("only", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nuget_NoNetworkAndNotCached_NamesPackageAndSource()
    {
        await using var trial = await KernelFixture.StartAsync();
        trial.Folder.Write("nuget.config", """
            <configuration><packageSources><clear /><add key="away" value="https://127.0.0.1:9/index.json" /></packageSources></configuration>
            """);
        var failure = (await trial.RunAsync("#r \"nuget: No.Such.Package.At.All, 1.2.4\"\n1")).Failure!;
        Assert.Contains("No.Such.Package.At.All 1.2.4", failure.Message, StringComparison.Ordinal);
        Assert.Contains("https://127.0.0.1:9/index.json", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nuget_NoNetworkButCached_Works()
    {
        await using (var online = await KernelFixture.StartAsync())
            Assert.Null((await online.RunAsync(MathNet)).Failure);
        await using var trial = await KernelFixture.StartAsync();
        trial.Folder.Write("nuget.config", """
            <configuration><packageSources><clear /><add key="away" value="https://127.0.0.1:9/index.json" /></packageSources></configuration>
            """);
        Assert.Null((await trial.RunAsync(MathNet)).Failure);
    }
}

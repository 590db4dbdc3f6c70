using System.ComponentModel;

namespace ShallowNet.Player.Tests.Kernels.DotNetInteractive;

public sealed class InteractiveKernelTests
{
    [Theory]
    [InlineData("out one\\n\nerr two\ndisplay id-1 three\nout four\nreturn text/html <b>five</b>",
        "stdout one\n", "stderr two", "display text/plain three", "stdout four", "result text/html <b>five</b>")]
    [InlineData("two", "result text/html <b>3</b>, text/plain 3")]
    [InlineData("display id-1 half\nupdate id-1 whole", "display text/plain half", "display text/plain whole")]
    [InlineData("install n-1 Plotly.NET\nupdate n-1 Plotly.NET, 6.0.0\n"
        + "display n-2 Loading extensions from `/home/reader/x.dll`\ndisplay n-3 kept", "display text/plain kept")]
    [InlineData("child inside\nout after", "stdout inside", "stdout after")]
    [InlineData("warning 0 0 CS0168 Never used")]
    [InlineData("out α ≈ 0,01 · Größe 🙂", "stdout α ≈ 0,01 · Größe 🙂")]
    public async Task Run_CellThatSucceeds_ShowsWhatIsMeantToBeShownInOrder(string cell, params string[] shown)
    {
        var run = Assert.Single(await RunAllAsync(cell));
        Assert.Equal(shown, run.Shown);
        Assert.Null(run.Failure);
        Assert.True(run.Outputs.OfType<DisplayOutput>().Select(display => display.Id).Distinct().Count() < 2);
    }

    [Theory]
    [InlineData("diagnostic 5 8 CS0029 Cannot convert\ndiagnostic 2 0 CS0103 No such name\nwarning 0 0 CS0168 Never used\n"
        + "fail (3,1): error CS0103: No such name",
        "CompilationError", "(3,1): error CS0103: No such name\n(6,9): error CS0029: Cannot convert", 3, 1)]
    [InlineData("fail System.DivideByZeroException: Attempted to divide by zero.\\n   at Submission#4.Boom(Int32 q)",
        "System.DivideByZeroException", "Attempted to divide by zero.", null, null, "   at Submission#4.Boom(Int32 q)")]
    [InlineData("error The extension did not load", "CommandFailed", "The extension did not load")]
    public async Task Run_CellThatFails_SaysWhyAndTheNextStillRuns(
        string cell, string name, string message, int? line = null, int? column = null, string? trace = null)
    {
        var runs = await RunAllAsync(cell, "out yes");
        var failure = runs[0].Failure!;
        Assert.Equal((name, message, line, column), (failure.Name, failure.Message, failure.Line, failure.Column));
        Assert.Equal(trace, failure.Traceback.ElementAtOrDefault(1));
        Assert.Null(runs[1].Failure);
        Assert.Equal([[], ["stdout yes"]], runs.Select(run => run.Shown));
    }

    [Theory]
    [InlineData("garbage not json\\n")]
    [InlineData("garbage {\\n")]
    [InlineData("garbage {\"event\":\\n")]
    [InlineData("garbage {\"event\":{},\"eventType\":7}\\n")]
    [InlineData("garbage [1,2]\\n\\n")]
    [InlineData("garbage written without a line end")]
    [InlineData("garbage {\"event\": half an event, then ")]
    public async Task Run_GarbageOnStandardOutput_LosesNoEvent(string garbage)
    {
        var run = Assert.Single(await RunAllAsync($"{garbage}\nout kept"));
        Assert.Null(run.Failure);
        Expect.End(Assert.Single(run.Shown), "stdout kept");
    }

    [Fact]
    public async Task Run_KernelThatExits_SaysSoWithItsLastWords()
    {
        var runs = await RunAllAsync("out before\nsays Fatal: no more\nexit 3", "out after");
        Assert.Equal([["stdout before"], []], runs.Select(run => run.Shown));
        Assert.All(runs, run => Assert.Equal("ProcessEnded", run.Failure!.Name));
        Expect.In(runs[0].Failure!.Message, "exit code 3");
        Assert.Contains("Fatal: no more", runs[0].Failure!.Traceback);
    }

    [Fact]
    public async Task Run_CellThatHangs_IsEndedWithAllItStarted()
    {
        await using var kernel = await new InteractiveEngine(KernelTrial.StandIn).StartAsync(Environment.CurrentDirectory,
            TestContext.Current.CancellationToken);
        using var limit = new CancellationTokenSource();
        var child = "";
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => kernel.RunAsync(
            new CellRequest(1, "csharp", "spawn\nhang"),
            output =>
            {
                child = ((TextOutput)output).Text;
                limit.Cancel();
            },
            limit.Token));
        await AssertEndsAsync(child);
        var after = await kernel.RunAsync(new CellRequest(2, "csharp", "out after"), _ => { }, TestContext.Current.CancellationToken);
        Assert.Equal("ProcessEnded", after!.Name);
    }

    [Fact]
    public async Task Dispose_AfterACell_EndsTheKernelAndAllItStarted()
    {
        var run = Assert.Single(await RunAllAsync("spawn"));
        await AssertEndsAsync(((TextOutput)Assert.Single(run.Outputs)).Text);
    }

    [Fact]
    public async Task Start_ProgramThatIsNotTheTool_SaysWhatItSaid()
    {
        var tool = new InteractiveTool(KernelTrial.StandIn.Program, [.. KernelTrial.StandIn.Arguments, "other"]);
        var refusal = await Assert.ThrowsAsync<KernelStartException>(() => KernelTrial.RunAllAsync(tool, "out never"));
        Expect.In(refusal.Message, "The stand-in knows \"stdio\" only");
    }

    [Fact]
    public async Task Start_ProgramThatCannotRun_SaysWhich()
    {
        using var folder = new TempFolder();
        var file = folder.Write("no-program", "");
        var refusal = await Assert.ThrowsAsync<KernelStartException>(() => KernelTrial.RunAllAsync(new(file, []), "out never"));
        Expect.In(refusal.Message, file);
    }

    [Fact]
    public async Task Start_FolderLanguageAndLimit_ReachTheTool()
    {
        await using var trial = new KernelTrial(new InteractiveEngine(KernelTrial.StandIn, memoryLimit: 1 << 28));
        var run = await trial.RunAsync(
            "folder\nkernel\nvariable DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT\nvariable DOTNET_GCHeapHardLimit", "fsharp");
        Assert.Equal([trial.Folder.Path, "fsharp", "1", "10000000"],
            run.Outputs.Cast<ResultOutput>().Select(result => result.Data["text/plain"]));
    }

    private static Task<KernelTrial.Run[]> RunAllAsync(params string[] cells) => KernelTrial.RunAllAsync(KernelTrial.StandIn, cells);

    private static async Task AssertEndsAsync(string id)
    {
        try
        {
            using var process = Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture));
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30),
                TestContext.Current.CancellationToken);
        }
        catch (Exception e) when (e is ArgumentException or Win32Exception or InvalidOperationException)
        {
            // It has ended already. One that is still running after 30 s is a TimeoutException.
        }
    }
}

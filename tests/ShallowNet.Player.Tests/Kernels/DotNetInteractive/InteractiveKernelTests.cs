using System.ComponentModel;
using ShallowNet.Player.Kernels.DotNetInteractive;

namespace ShallowNet.Player.Tests.Kernels.DotNetInteractive;

public sealed class InteractiveKernelTests
{
    [Fact]
    public async Task Run_EveryKindOfOutput_ComesInItsOrder()
    {
        var played = await PlayedCells.OnStandInAsync("out one\\n\nerr two\ndisplay id-1 three\nout four\nreturn text/html <b>five</b>");

        Assert.Equal(["stdout one\n", "stderr two", "display text/plain three", "stdout four", "result text/html <b>five</b>"],
            played.Shown);
        Assert.Null(Assert.Single(played.Failures));
    }

    [Fact]
    public async Task Run_ValueInSeveralTypes_KeepsThoseMeantToBeShown()
    {
        var played = await PlayedCells.OnStandInAsync("two");

        Assert.Equal(["result text/html <b>3</b>, text/plain 3"], played.Shown);
    }

    [Fact]
    public async Task Run_UpdatedDisplay_CarriesTheIdOfTheFirst()
    {
        var played = await PlayedCells.OnStandInAsync("display id-1 half\nupdate id-1 whole");

        Assert.Equal(["id-1", "id-1"], played.Outputs.Cast<DisplayOutput>().Select(display => display.Id));
        Assert.Equal(["display text/plain half", "display text/plain whole"], played.Shown);
    }

    [Fact]
    public async Task Run_NoticesOfPackages_AreNotShown()
    {
        var played = await PlayedCells.OnStandInAsync(
            "install n-1 Plotly.NET\nupdate n-1 Plotly.NET, 6.0.0\ndisplay n-2 Loading extensions from `/home/reader/x.dll`\ndisplay n-3 "
                + "kept");

        Assert.Equal(["display text/plain kept"], played.Shown);
    }

    [Fact]
    public async Task Run_CommandSplitByDirectives_EndsWithTheWholeCell()
    {
        var played = await PlayedCells.OnStandInAsync("child inside\nout after");

        Assert.Equal(["stdout inside", "stdout after"], played.Shown);
    }

    [Fact]
    public async Task Run_CompilerErrors_NameTheFirstLine()
    {
        var played = await PlayedCells.OnStandInAsync(
            "diagnostic 5 8 CS0029 Cannot convert\ndiagnostic 2 0 CS0103 No such name\nwarning 0 0 CS0168 Never used\nfail (3,1): error "
                + "CS0103: No such name");

        Assert.Equal(new CellFailure("CompilationError", "(3,1): error CS0103: No such name\n(6,9): error CS0029: Cannot convert", 3, 1,
            played.Failure.Traceback), played.Failure);
    }

    [Fact]
    public async Task Run_WarningsOnly_Succeeds()
    {
        var played = await PlayedCells.OnStandInAsync("warning 0 0 CS0168 Never used");

        Assert.Null(Assert.Single(played.Failures));
    }

    [Fact]
    public async Task Run_Exception_GivesTypeMessageAndStack()
    {
        var played = await PlayedCells
            .OnStandInAsync("fail System.DivideByZeroException: Attempted to divide by zero.\\n   at Submission#4.Boom(Int32 q)");

        Assert.Equal("System.DivideByZeroException", played.Failure.Name);
        Assert.Equal("Attempted to divide by zero.", played.Failure.Message);
        Assert.Equal("   at Submission#4.Boom(Int32 q)", played.Failure.Traceback[1]);
        Assert.Null(played.Failure.Line);
    }

    [Fact]
    public async Task Run_ErrorReportedBesideSuccess_Fails()
    {
        var played = await PlayedCells.OnStandInAsync("error The extension did not load");

        Assert.Equal("The extension did not load", played.Failure.Message);
    }

    [Fact]
    public async Task Run_CellAfterAFailedOne_StillRuns()
    {
        var played = await PlayedCells.OnStandInAsync("fail no", "out yes");

        Assert.NotNull(played.Failures[0]);
        Assert.Null(played.Failures[1]);
        Assert.Equal(["stdout yes"], played.Shown);
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
        var played = await PlayedCells.OnStandInAsync($"{garbage}\nout kept");

        Assert.Null(Assert.Single(played.Failures));
        Assert.EndsWith("stdout kept", Assert.Single(played.Shown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_TextBeyondAscii_ArrivesUnharmed()
    {
        var played = await PlayedCells.OnStandInAsync("out α ≈ 0,01 · Größe 🙂");

        Assert.Equal(["stdout α ≈ 0,01 · Größe 🙂"], played.Shown);
    }

    [Fact]
    public async Task Run_KernelThatExits_SaysSoWithItsLastWords()
    {
        var played = await PlayedCells.OnStandInAsync("out before\nsays Fatal: no more\nexit 3", "out after");

        Assert.Equal(["stdout before"], played.Shown);
        Assert.All(played.Failures, failure => Assert.Equal("ProcessEnded", failure!.Name));
        Assert.Contains("exit code 3", played.Failures[0]!.Message, StringComparison.Ordinal);
        Assert.Contains("Fatal: no more", played.Failures[0]!.Traceback);
    }

    [Fact]
    public async Task Run_CellThatHangs_IsEndedWithAllItStarted()
    {
        await using var kernel = await new InteractiveEngine(PlayedCells.StandIn).StartAsync(Environment.CurrentDirectory,
            TestContext.Current.CancellationToken);
        using var limit = new CancellationTokenSource();
        var child = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => kernel.RunAsync(
            new CellRequest(1, "csharp", "spawn\nhang"),
            output =>
            {
                child = int.Parse(((TextOutput)output).Text, CultureInfo.InvariantCulture);
                limit.Cancel();
            },
            limit.Token));

        Assert.True(await HasEndedAsync(child), $"Process {child} is still running.");
        var after = await kernel.RunAsync(new CellRequest(2, "csharp", "out after"), _ => { }, TestContext.Current.CancellationToken);
        Assert.Equal("ProcessEnded", after!.Name);
    }

    [Fact]
    public async Task Dispose_AfterACell_EndsTheKernelAndAllItStarted()
    {
        var played = await PlayedCells.OnStandInAsync("spawn");

        var child = int.Parse(((TextOutput)Assert.Single(played.Outputs)).Text, CultureInfo.InvariantCulture);
        Assert.True(await HasEndedAsync(child), $"Process {child} is still running.");
    }

    [Fact]
    public async Task Start_ProgramThatIsNotTheTool_SaysWhatItSaid()
    {
        var tool = new InteractiveTool(PlayedCells.StandIn.Program, [.. PlayedCells.StandIn.Arguments, "other"]);

        var refusal = await Assert.ThrowsAsync<KernelStartException>(() => PlayedCells.OnAsync(tool, "out never"));

        Assert.Contains("The stand-in knows \"stdio\" only", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_ProgramThatCannotRun_SaysWhich()
    {
        var file = Path.GetTempFileName();

        var refusal = await Assert.ThrowsAsync<KernelStartException>(() => PlayedCells.OnAsync(new InteractiveTool(file, []), "out never"));

        File.Delete(file);
        Assert.Contains(file, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_FolderLanguageAndLimit_ReachTheTool()
    {
        var folder = Directory.CreateTempSubdirectory("kernel-");
        var shown = new List<KernelOutput>();
        await using (var kernel = await new InteractiveEngine(PlayedCells.StandIn, memoryLimit: 1 << 28).StartAsync(folder.FullName,
            TestContext.Current.CancellationToken))
        {
            await kernel.RunAsync(
                new CellRequest(1, "fsharp",
                "folder\nkernel\nvariable DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT\nvariable DOTNET_GCHeapHardLimit"), shown.Add,
                    TestContext.Current.CancellationToken);
        }
        folder.Delete();
        Assert.Equal([folder.FullName, "fsharp", "1", "10000000"], shown.Cast<ResultOutput>().Select(result => result.Data["text/plain"]));
    }

    private static async Task<bool> HasEndedAsync(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30),
                TestContext.Current.CancellationToken);
            return true;
        }
        catch (Exception e) when (e is ArgumentException or Win32Exception or InvalidOperationException)
        {
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}

using ShallowNet.Player.Kernels.Embedded;
using ShallowNet.Player.Playing;

namespace ShallowNet.Player.Tests.Kernels.Embedded;

/// <summary>Whatever a cell does, its notebook ends in a report, what it showed is kept, and no process is left behind.</summary>
public sealed class MisbehavingCellTests
{
    private static readonly TimeSpan Patient = TimeSpan.FromSeconds(100), Short = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("new System.Threading.ManualResetEvent(false).WaitOne();")]
    [InlineData("await new TaskCompletionSource().Task;")]
    [InlineData("var never = new System.Threading.SemaphoreSlim(0); Task.Run(() => never.Wait()).Wait();")]
    public async Task Cell_ThatNeverEnds_TimesOut(string code)
    {
        var report = await PlayAsync(Short, "Console.WriteLine(\"so far\");\n" + code, "1");
        Assert.Equal("Timeout", report.Failure!.Error.Name);
        Assert.Contains("more than 10 s", report.Failure.Error.Message, StringComparison.Ordinal);
        Assert.Equal((1, 2), (report.Played, report.CodeCells));
        Assert.Contains("so far", report.Notebook!.Cells[0].Outputs.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(report.Notebook.Cells[1].Outputs);
    }

    [Fact]
    public async Task Cell_ThatTakesAllMemory_IsEnded()
    {
        var report = await PlayAsync(Patient, 300L << 20,
            "var all = new List<byte[]>(); while (true) { var b = new byte[1 << 20]; Array.Fill(b, (byte)1); all.Add(b); }");
        Assert.Contains("OutOfMemory", report.Failure!.Error.Name, StringComparison.Ordinal);
        Assert.Contains("--memory", report.Failure.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cell_ThatTakesAllMemoryOutsideTheHeap_IsEnded()
    {
        var report = await PlayAsync(Patient, 300L << 20,
            "while (true) { var p = System.Runtime.InteropServices.Marshal.AllocHGlobal(1 << 24); for (var i = 0; i < 1 << 24; i += "
                + "1024) System.Runtime.InteropServices.Marshal.WriteByte(p, i, 1); }");
        Assert.Equal("OutOfMemory", report.Failure!.Error.Name);
        Assert.Contains("more than its 300 MB", report.Failure.Error.Message, StringComparison.Ordinal);
        Assert.Contains("--memory", report.Failure.Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int F(int x) => x + F(x + 1); F(0)", "a stack overflow", "Stack overflow")]
    [InlineData("Environment.Exit(3);", "exit code 3", null)]
    [InlineData("Environment.FailFast(\"over and out\");", "FailFast", "over and out")]
    [InlineData("var t = new System.Threading.Thread(() => throw new Exception(\"from behind\")); t.Start(); "
        + "System.Threading.Thread.Sleep(20000);", "background thread", "from behind")]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess().Kill();", "ended it", null)]
    [InlineData("System.Diagnostics.Process.Start(\"kill\", $\"-TERM {Environment.ProcessId}\"); System.Threading.Thread.Sleep(20000);",
        "SIGTERM", null)]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"libc\")] static extern IntPtr strlen(IntPtr s);\nstrlen((IntPtr)16)",
        "a crash in native code", null)]
    public async Task Cell_ThatEndsTheProcess_IsReported(string code, string reason, string? lastWords)
    {
        var report = await PlayAsync(Patient, "Console.WriteLine(\"first\");", "Console.WriteLine(\"second\");\n" + code, "3");
        var error = report.Failure!.Error;
        Assert.Equal(("ProcessEnded", 2, 2), (error.Name, report.Failure.Cell!.Number, report.Played));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        if (lastWords is not null)
            Assert.Contains(error.Traceback, line => line.Contains(lastWords, StringComparison.Ordinal));
        Assert.Contains("first", report.Notebook!.Cells[0].Outputs.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("second", report.Notebook.Cells[1].Outputs.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thread_ThatNeverEnds_DoesNotHoldTheNotebook()
    {
        var report = await PlayAsync(Patient,
            "new System.Threading.Thread(() => { while (true) System.Threading.Thread.Sleep(1000); }).Start();", "2");
        Assert.Null(report.Failure);
    }

    [Fact]
    public async Task Console_OfOneGigabyte_IsTruncatedWithANote()
    {
        var report = await PlayAsync(Patient,
            "var line = new string('x', 1 << 20); for (var i = 0; i < 1024; i++) Console.WriteLine(line);", "1 + 1");
        Assert.Null(report.Failure);
        var outputs = report.Notebook!.Cells[0].Outputs.ToJsonString();
        Assert.InRange(outputs.Length, 1 << 20, 1200 * 1024);
        Assert.Contains("The player left out 1,0", outputs, StringComparison.Ordinal);
        Assert.Contains("2", report.Notebook.Cells[1].Outputs.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NativeOutput_OfOneGigabyte_IsTruncatedWithANote()
    {
        var report = await PlayAsync(Patient, "System.Diagnostics.Process.Start(\"head\", \"-c 1000000000 /dev/zero\").WaitForExit();");
        Assert.Null(report.Failure);
        Assert.InRange(report.Notebook!.Cells[0].Outputs[0]!["text"]!.AsArray().Sum(line => line!.GetValue<string>().Length), 1 << 20,
            1200 * 1024);
    }

    [Fact]
    public async Task Result_OfAHundredMegabytes_IsTruncatedWithANote()
    {
        var report = await PlayAsync(Patient, "new string('y', 100_000_000)");
        Assert.Null(report.Failure);
        var outputs = report.Notebook!.Cells[0].Outputs.ToJsonString();
        Assert.InRange(outputs.Length, 1 << 16, 1 << 18);
        Assert.Contains("left out 100,000,000 characters", outputs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Displays_ManySmall_AreTruncatedWithANote()
    {
        var report = await PlayAsync(Patient, "for (var i = 0; i < 5000; i++) i.Display();");
        Assert.Null(report.Failure);
        Assert.Equal(1001, report.Notebook!.Cells[0].Outputs.Count);
        Assert.Contains("left out 4,000 more displayed values", report.Notebook.Cells[0].Outputs[^1]!.ToJsonString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Display_UpdatedByALaterCell_ChangesWhereItStands()
    {
        var report = await PlayAsync(Patient, "var shown = \"before\".Display();", "shown.Update(\"after\");");
        Assert.Contains("after", Assert.Single(report.Notebook!.Cells[0].Outputs)!.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(report.Notebook.Cells[1].Outputs);
    }

    [Fact]
    public async Task ChildProcess_ItsErrors_AreShown()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Starts sh.");
        var report = await PlayAsync(Patient,
            "System.Diagnostics.Process.Start(\"sh\", \"-c \\\"echo so-it-failed >&2\\\"\").WaitForExit();", "await Task.Delay(1000);");
        var shown = string.Concat(report.Notebook!.Cells.Select(cell => cell.Outputs.ToJsonString()));
        Assert.Contains("so-it-failed", shown, StringComparison.Ordinal);
        Assert.Contains("stderr", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Displays_WithoutEnd_AreTruncatedWithANote()
    {
        var report = await PlayAsync(Patient, "var big = new string('z', 1 << 20); for (var i = 0; i < 200; i++) big.Display();");
        Assert.Null(report.Failure);
        Assert.Contains("more displayed values", report.Notebook!.Cells[0].Outputs[^1]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WorkingDirectory_DeletedByACell_LaterCellsStillRun()
    {
        var report = await PlayAsync(Patient, "System.IO.Directory.Delete(Environment.CurrentDirectory, true);", "1 + 1");
        Assert.Null(report.Failure);
        Assert.Equal(2, report.Played);
    }

    [Fact]
    public async Task CultureAndDirectory_ChangedByACell_StayInItsNotebook()
    {
        var before = (CultureInfo.CurrentCulture.Name, Environment.CurrentDirectory);
        var report = await PlayAsync(Patient,
            "System.Globalization.CultureInfo.DefaultThreadCurrentCulture = new(\"de-DE\"); Environment.CurrentDirectory = \"/\";",
            "(1.5).ToString()", "Console.Write(Environment.CurrentDirectory);");
        Assert.Null(report.Failure);
        Assert.Equal(before, (CultureInfo.CurrentCulture.Name, Environment.CurrentDirectory));
    }

    [Theory]
    [InlineData("sleep 1000")]
    [InlineData("setsid sleep 1000")]
    public async Task ChildProcess_LeftRunning_IsEnded(string command)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Reads /proc.");
        var parts = command.Split(' ', 2);
        var report = await PlayAsync(Patient,
            $"var child = System.Diagnostics.Process.Start(\"{parts[0]}\", \"{parts[1]}\");\nConsole.Write(child.Id);");
        Assert.Null(report.Failure);
        var id = report.Notebook!.Cells[0].Outputs[0]!["text"]![0]!.GetValue<string>();
        Assert.False(IsRunning(id), $"Process {id} is still there.");
    }

    [Fact]
    public async Task Notebooks_BesideAMisbehavingOne_AreUnharmed()
    {
        using var folder = new TempFolder();
        var player = new NotebookPlayer(new EmbeddedEngine(INotebookEngine.DefaultMemoryLimit), Patient, new Silent());
        var token = TestContext.Current.CancellationToken;
        var good = player.PlayAsync(new NotebookFile(folder.Notebook("good.ipynb", "1", "await Task.Delay(500);", "3"), "good.ipynb"),
            token);
        var bad = player.PlayAsync(new NotebookFile(folder.Notebook("bad.ipynb", "Environment.Exit(1);"), "bad.ipynb"), token);
        Assert.Null((await good).Failure);
        Assert.Equal("ProcessEnded", (await bad).Failure!.Error.Name);
    }

    private static bool IsRunning(string id)
    {
        try
        {
            return !File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static Task<NotebookReport> PlayAsync(TimeSpan timeout, params string[] cells) =>
        PlayAsync(timeout, INotebookEngine.DefaultMemoryLimit, cells);

    private static async Task<NotebookReport> PlayAsync(TimeSpan timeout, long memory, params string[] cells)
    {
        using var folder = new TempFolder();
        var player = new NotebookPlayer(new EmbeddedEngine(memory), timeout, new Silent());
        return await player.PlayAsync(new NotebookFile(folder.Notebook("trial.ipynb", cells), "trial.ipynb"),
            TestContext.Current.CancellationToken);
    }

    private sealed class Silent : IPlayObserver
    {
        public void CellStarted(NotebookFile file, int ordinal, int codeCells)
        {
        }

        public void NotebookEnded(NotebookReport report)
        {
        }
    }
}

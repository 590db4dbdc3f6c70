namespace ShallowNet.Player.Tests.Kernels.Embedded;

/// <summary>Whatever a cell does, its notebook ends in a report, what it showed is kept, and no process is left behind.</summary>
public sealed class MisbehavingCellTests
{
    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("new System.Threading.ManualResetEvent(false).WaitOne();")]
    [InlineData("await new TaskCompletionSource().Task;")]
    [InlineData("var never = new System.Threading.SemaphoreSlim(0); Task.Run(() => never.Wait()).Wait();")]
    public async Task Cell_ThatNeverEnds_TimesOut(string code)
    {
        var report = await NotebookTrial.PlayAsync(new EmbeddedEngine(INotebookEngine.DefaultMemoryLimit), TimeSpan.FromSeconds(10),
            "1", "Console.WriteLine(\"so far\");\n" + code, "1");
        Assert.Equal("Timeout", report.Failure!.Error.Name);
        Expect.In(report.Failure.Error.Message, "more than 10 s");
        Assert.Equal((2, 3), (report.Played, report.CodeCells));
        Expect.In(Shown(report, 1), "so far");
        Assert.Empty(report.Notebook!.Cells[2].Outputs);
    }

    [Theory]
    [InlineData("var all = new List<byte[]>(); while (true) { var b = new byte[1 << 20]; Array.Fill(b, (byte)1); all.Add(b); }",
        "OutOfMemory", "--memory")]
    [InlineData("while (true) { var p = System.Runtime.InteropServices.Marshal.AllocHGlobal(1 << 24); for (var i = 0; i < 1 << 24; i += "
        + "1024) System.Runtime.InteropServices.Marshal.WriteByte(p, i, 1); }", "^OutOfMemory$", "more than its 300 MB.*--memory")]
    public async Task Cell_ThatTakesAllMemory_IsEnded(string code, string name, string message)
    {
        var error = (await PlayAsync(300L << 20, code)).Failure!.Error;
        Assert.Matches(name, error.Name);
        Assert.Matches(message, error.Message);
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
        var report = await PlayAsync("Console.WriteLine(\"first\");", "Console.WriteLine(\"second\");\n" + code, "3");
        var error = report.Failure!.Error;
        Assert.Equal(("ProcessEnded", 2, 2), (error.Name, report.Failure.Cell!.Number, report.Played));
        Expect.In(error.Message, reason);
        if (lastWords is not null)
            Assert.Contains(error.Traceback, line => line.Contains(lastWords, StringComparison.Ordinal));
        Expect.In(Shown(report, 0), "first");
        Expect.In(Shown(report, 1), "second");
    }

    [Theory]
    [InlineData("new System.Threading.Thread(() => { while (true) System.Threading.Thread.Sleep(1000); }).Start();", "1 + 1")]
    [InlineData("System.IO.Directory.Delete(Environment.CurrentDirectory, true);", "1 + 1")]
    public async Task Cell_ThatLeavesAThreadOrNoFolder_DoesNotHoldTheNotebook(params string[] cells)
    {
        var report = await PlayAsync(cells);
        Assert.Null(report.Failure);
        Assert.Equal(2, report.Played);
    }

    [Theory]
    [InlineData("var line = new string('x', 1 << 20); for (var i = 0; i < 1024; i++) Console.WriteLine(line);",
        1 << 20, 1200 * 1024, "The player left out 1,0")]
    [InlineData("System.Diagnostics.Process.Start(\"head\", \"-c 1000000000 /dev/zero\").WaitForExit();",
        1 << 20, 1200 * 1024, "the player left out the rest")]
    [InlineData("new string('y', 100_000_000)", 1 << 16, 1 << 18, "left out 100,000,000 characters")]
    [InlineData("var big = new string('z', 1 << 20); for (var i = 0; i < 200; i++) big.Display();",
        1 << 20, 61 << 20, "more displayed values")]
    [InlineData("for (var i = 0; i < 5000; i++) i.Display();", 1000, 1 << 18, "left out 4,000 more displayed values")]
    public async Task Outputs_WithoutEnd_AreTruncatedWithANote(string code, int least, int most, string note)
    {
        var report = await PlayAsync(code, "1 + 1");
        Assert.Null(report.Failure);
        var outputs = report.Notebook!.Cells[0].Outputs;
        Assert.InRange(outputs.Sum(output => output!["text"] is { } text ? Output.Text(text).Length
            : output["data"]!.AsObject().Sum(value => Output.Text(value.Value).Length)), least, most);
        Assert.InRange(outputs.Count, 1, 1001);
        Expect.In(outputs[^1]!.ToJsonString(), note);
        Expect.In(Shown(report, 1), "2");
    }

    [Fact]
    public async Task Display_UpdatedByALaterCell_ChangesWhereItStands()
    {
        var report = await PlayAsync("var shown = \"before\".Display();", "shown.Update(\"after\");");
        Expect.In(Assert.Single(report.Notebook!.Cells[0].Outputs)!.ToJsonString(), "after");
        Assert.Empty(report.Notebook.Cells[1].Outputs);
    }

    [Fact]
    public async Task ChildProcess_ItsErrors_AreShown()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Starts sh.");
        var report = await PlayAsync("System.Diagnostics.Process.Start(\"sh\", \"-c \\\"echo so-it-failed >&2\\\"\").WaitForExit();",
            "await Task.Delay(1000);");
        Assert.Matches("stderr.*so-it-failed", Shown(report, 0) + Shown(report, 1));
    }

    [Fact]
    public async Task CultureAndDirectory_ChangedByACell_StayInItsNotebook()
    {
        var before = (CultureInfo.CurrentCulture.Name, Environment.CurrentDirectory);
        var report = await PlayAsync(
            "System.Globalization.CultureInfo.DefaultThreadCurrentCulture = new(\"de-DE\"); Environment.CurrentDirectory = \"/\";",
            "(1.5).ToString()", "Console.Write(Environment.CurrentDirectory);");
        Assert.Null(report.Failure);
        Assert.Equal(before, (CultureInfo.CurrentCulture.Name, Environment.CurrentDirectory));
    }

    [Theory]
    [InlineData("sleep", "1000")]
    [InlineData("setsid", "sleep 1000")]
    public async Task ChildProcess_LeftRunning_IsEnded(string program, string arguments)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Reads /proc.");
        var report = await PlayAsync(
            $"var child = System.Diagnostics.Process.Start(\"{program}\", \"{arguments}\");\nConsole.Write(child.Id);");
        Assert.Null(report.Failure);
        var stat = $"/proc/{Output.Text(report.Notebook!.Cells[0].Outputs[0]!["text"])}/stat";
        Assert.True(!File.Exists(stat) || (await File.ReadAllTextAsync(stat)).Contains(") Z ", StringComparison.Ordinal), stat);
    }

    [Fact]
    public async Task Notebooks_BesideAMisbehavingOne_AreUnharmed()
    {
        var good = PlayAsync("1", "await Task.Delay(500);", "3");
        var bad = PlayAsync("Environment.Exit(1);");
        Assert.Null((await good).Failure);
        Assert.Equal("ProcessEnded", (await bad).Failure!.Error.Name);
    }

    private static string Shown(NotebookReport report, int cell) => report.Notebook!.Cells[cell].Outputs.ToJsonString();

    private static Task<NotebookReport> PlayAsync(params string[] cells) => PlayAsync(INotebookEngine.DefaultMemoryLimit, cells);

    private static Task<NotebookReport> PlayAsync(long memory, params string[] cells) =>
        NotebookTrial.PlayAsync(new EmbeddedEngine(memory), TimeSpan.FromSeconds(100), cells);
}

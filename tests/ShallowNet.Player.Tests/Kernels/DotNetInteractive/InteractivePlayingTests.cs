namespace ShallowNet.Player.Tests.Kernels.DotNetInteractive;

/// <summary>Whole notebooks on the second engine: the report and the executed file are those of the first.</summary>
public sealed class InteractivePlayingTests
{
    [Fact]
    public async Task Play_AllCellsSucceed_FillsInTheirOutputs()
    {
        var report = await PlayAsync(120, "out one\\n\nout two\ndisplay d-1 half\nupdate d-1 whole\ntwo", "folder");
        Assert.Null(report.Failure);
        Assert.Equal((2, 2), (report.Played, report.CodeCells));
        var first = report.Notebook!.Cells[0].Outputs;
        Assert.Equal(["stream", "display_data", "execute_result"], Types(report, 0));
        Assert.Equal("one\ntwo", Output.Text(first[0]!["text"]));
        Assert.Equal("whole", Output.Text(first[1]!["data"]!["text/plain"]));
        Assert.Equal("<b>3</b>", Output.Text(first[2]!["data"]!["text/html"]));
        Assert.Equal(Path.GetDirectoryName(report.File.SourcePath),
            Output.Text(report.Notebook.Cells[1].Outputs[0]!["data"]!["text/plain"]));
        Assert.Equal([1, 2], report.Notebook.Cells.Select(cell => cell.ExecutionCount));
    }

    [Fact]
    public async Task Play_CellFails_StopsThereAndKeepsTheRest()
    {
        var report = await PlayAsync(120, "out before", "diagnostic 2 4 CS0103 No such name\nfail x", "out never");
        Assert.Equal(2, report.Played);
        var (cell, error) = report.Failure!;
        Assert.Equal((2, "CompilationError", 3, 5), (cell!.Number, error.Name, error.Line, error.Column));
        Assert.Equal(["stream"], Types(report, 0));
        Assert.Equal(["error"], Types(report, 1));
        Assert.Null(report.Notebook!.Cells[2].ExecutionCount);
    }

    [Theory]
    [InlineData(1, "Timeout", 1, "hang")]
    [InlineData(120, "ProcessEnded", 2, "out one", "exit 7", "out three")]
    public async Task Play_CellHangsOrKernelDies_BlamesTheCell(int cellTimeout, string name, int cell, params string[] cells)
    {
        var report = await PlayAsync(cellTimeout, cells);
        Assert.Equal((cell, name), (report.Failure!.Cell!.Number, report.Failure.Error.Name));
        Assert.Equal(cell, report.Played);
    }

    private static IEnumerable<string?> Types(NotebookReport report, int cell) =>
        report.Notebook!.Cells[cell].Outputs.Select(output => (string?)output!["output_type"]);

    private static Task<NotebookReport> PlayAsync(int cellTimeout, params string[] cells) =>
        NotebookTrial.PlayAsync(new InteractiveEngine(KernelTrial.StandIn), TimeSpan.FromSeconds(cellTimeout), cells);
}

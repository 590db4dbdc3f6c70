using ShallowNet.Player.Kernels.DotNetInteractive;
using ShallowNet.Player.Playing;

namespace ShallowNet.Player.Tests.Kernels.DotNetInteractive;

/// <summary>Whole notebooks on the second engine: the report and the executed file are those of the first.</summary>
public sealed class InteractivePlayingTests : IDisposable
{
    private static readonly TimeSpan Ample = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("playing-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Play_AllCellsSucceed_FillsInTheirOutputs()
    {
        var report = await PlayAsync(Ample, "out one\\n\nout two\ndisplay d-1 half\nupdate d-1 whole\ntwo", "folder");

        Assert.Null(report.Failure);
        Assert.Equal((2, 2), (report.Played, report.CodeCells));
        var first = report.Notebook!.Cells[0].Outputs;
        Assert.Equal(["stream", "display_data", "execute_result"], first.Select(output => (string?)output!["output_type"]));
        Assert.Equal("one\ntwo", Output.Text(first[0]!["text"]));
        Assert.Equal("whole", Output.Text(first[1]!["data"]!["text/plain"]));
        Assert.Equal("<b>3</b>", Output.Text(first[2]!["data"]!["text/html"]));
        Assert.Equal(_folder.FullName, Output.Text(report.Notebook.Cells[1].Outputs[0]!["data"]!["text/plain"]));
        Assert.Equal([1, 2], report.Notebook.Cells.Select(cell => cell.ExecutionCount));
    }

    [Fact]
    public async Task Play_CellFails_StopsThereAndKeepsTheRest()
    {
        var report = await PlayAsync(Ample, "out before", "diagnostic 2 4 CS0103 No such name\nfail x", "out never");

        Assert.Equal(2, report.Played);
        Assert.Equal((2, "CompilationError", 3, 5),
            (report.Failure!.Cell!.Number, report.Failure.Error.Name, report.Failure.Error.Line, report.Failure.Error.Column));
        Assert.Equal(["stream"], report.Notebook!.Cells[0].Outputs.Select(output => (string?)output!["output_type"]));
        Assert.Equal(["error"], report.Notebook.Cells[1].Outputs.Select(output => (string?)output!["output_type"]));
        Assert.Null(report.Notebook.Cells[2].ExecutionCount);
    }

    [Fact]
    public async Task Play_CellHangs_IsATimeout()
    {
        var report = await PlayAsync(TimeSpan.FromSeconds(1), "hang");

        Assert.Equal("Timeout", report.Failure?.Error.Name);
    }

    [Fact]
    public async Task Play_KernelDies_BlamesTheCell()
    {
        var report = await PlayAsync(Ample, "out one", "exit 7", "out three");

        Assert.Equal((2, "ProcessEnded"), (report.Failure!.Cell!.Number, report.Failure.Error.Name));
        Assert.Equal(2, report.Played);
    }

    private async Task<NotebookReport> PlayAsync(TimeSpan cellTimeout, params string[] cells)
    {
        var path = Path.Combine(_folder.FullName, "sample.ipynb");
        var notebook = new JsonObject
        {
            ["cells"] = new JsonArray([.. cells.Select((code, i) => new JsonObject
            {
                ["cell_type"] = "code",
                ["execution_count"] = null,
                ["id"] = $"cell-{i}",
                ["metadata"] = new JsonObject(),
                ["outputs"] = new JsonArray(),
                ["source"] = code,
            })]),
            ["metadata"] = new JsonObject
            {
                ["kernelspec"] = new JsonObject
                {
                    ["display_name"] = ".NET (C#)",
                    ["language"] = "C#",
                    ["name"] = ".net-csharp"
                }
            },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
        await File.WriteAllTextAsync(path, notebook.ToJsonString(JsonSerializerOptions.Default), TestContext.Current.CancellationToken);
        var player = new NotebookPlayer(new InteractiveEngine(PlayedCells.StandIn), cellTimeout, new NobodyWatches());
        return await player.PlayAsync(new NotebookFile(path, "sample.ipynb"), TestContext.Current.CancellationToken);
    }

    private sealed class NobodyWatches : IPlayObserver
    {
        public void CellStarted(NotebookFile file, int ordinal, int codeCells)
        {
        }

        public void NotebookEnded(NotebookReport report)
        {
        }
    }
}

using ShallowNet.Player.Tests.Kernels;

namespace ShallowNet.Player.Tests.Course;

/// <summary>A fresh kernel in the folder of the notebooks, to run the cells of one chapter.</summary>
internal sealed class ChapterSession() : KernelTrial(new EmbeddedEngine(INotebookEngine.DefaultMemoryLimit), Repository.Notebooks)
{
    /// <summary>Runs a cell; gives all text it showed, or how it failed.</summary>
    public async Task<CellRun> PlayAsync(string id, string code)
    {
        var run = await RunAsync(code);
        return new(id, run.Text, run.Failure is { } failure ? $"{id}: {failure.Name}: {failure.Message}" : null);
    }
}

/// <summary>What a cell showed as text, and why it failed (null if it did not).</summary>
internal sealed record CellRun(string Id, string Text, string? Failure);

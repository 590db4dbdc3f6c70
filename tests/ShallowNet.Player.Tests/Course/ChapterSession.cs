namespace ShallowNet.Player.Tests.Course;

/// <summary>A fresh kernel in the folder of the notebooks, to run the cells of one chapter.</summary>
internal sealed class ChapterSession(INotebookKernel kernel) : IAsyncDisposable
{
    private int _cells;

    public static async Task<ChapterSession> StartAsync(CancellationToken cancellation) => new(
        await new EmbeddedEngine(INotebookEngine.DefaultMemoryLimit).StartAsync(Repository.Notebooks, cancellation));

    /// <summary>Runs a cell, for three minutes at most; gives all text it showed, or how it failed.</summary>
    public async Task<CellRun> RunAsync(string id, string code, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromMinutes(3));
        var shown = new List<string>();
        var failure = await kernel.RunAsync(new CellRequest(++_cells, "csharp", code), output => shown.Add(Text(output)), limit.Token);
        return new CellRun(id, string.Join('\n', shown), failure is null ? null : $"{id}: {failure.Name}: {failure.Message}");
    }

    public ValueTask DisposeAsync() => kernel.DisposeAsync();

    private static string Text(KernelOutput output) => output switch
    {
        TextOutput text => text.Text,
        DisplayOutput display => display.Data.GetValueOrDefault("text/plain", ""),
        ResultOutput result => result.Data.GetValueOrDefault("text/plain", ""),
        _ => "",
    };
}

/// <summary>What a cell showed as text, and why it failed (null if it did not).</summary>
internal sealed record CellRun(string Id, string Text, string? Failure);

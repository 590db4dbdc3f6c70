using ShallowNet.Player.Kernels.Embedded;

namespace ShallowNet.Player.Tests.Course;

/// <summary>A fresh kernel in the folder of the notebooks, to run the cells of one chapter.</summary>
internal sealed class ChapterSession : IAsyncDisposable
{
    private static readonly TimeSpan LongestCell = TimeSpan.FromMinutes(3);
    private readonly INotebookKernel _kernel;
    private int _cells;

    private ChapterSession(INotebookKernel kernel) => _kernel = kernel;

    public static async Task<ChapterSession> StartAsync(CancellationToken cancellation) => new(
        await new EmbeddedEngine(INotebookEngine.DefaultMemoryLimit).StartAsync(Path.Combine(CourseFile.Root, "notebooks"), cancellation));

    /// <summary>Runs a cell.</summary>
    /// <returns>All text it showed, or how it failed.</returns>
    public async Task<CellRun> RunAsync(string id, string code, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(LongestCell);
        var shown = new List<string>();
        var failure = await _kernel.RunAsync(new CellRequest(++_cells, "csharp", code), output => shown.Add(Text(output)), limit.Token);
        return new CellRun(id, string.Join('\n', shown), failure is null ? null : $"{id}: {failure.Name}: {failure.Message}");
    }

    public ValueTask DisposeAsync() => _kernel.DisposeAsync();

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

using ShallowNet.Player.Kernels;
using ShallowNet.Player.Notebooks;

namespace ShallowNet.Player.Playing;

/// <summary>Plays one notebook: a fresh kernel, the code cells in order, up to the first that fails.</summary>
internal sealed class NotebookPlayer(INotebookEngine engine, TimeSpan cellTimeout, IPlayObserver observer)
{
    /// <summary>Plays a notebook; whatever goes wrong with it is in the report.</summary>
    /// <exception cref="OperationCanceledException">Playing was cancelled.</exception>
    public async Task<NotebookReport> PlayAsync(NotebookFile file, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            // A file that takes long to read is not waited for once playing is cancelled.
            var document = await Task.Run(() => Notebook.Parse(file.SourcePath, cancellation), CancellationToken.None)
                .WaitAsync(cancellation);
            return await PlayAsync(file, document, watch, cancellation);
        }
        catch (Exception e) when (e is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            return new NotebookReport(file, null, 0, 0, 0, watch.Elapsed, [], Failure(null, "UnreadableNotebook", e.Message));
        }
    }

    private async Task<NotebookReport> PlayAsync(NotebookFile file, Notebook document, Stopwatch watch, CancellationToken cancellation)
    {
        foreach (var cell in document.Cells.Where(cell => cell.Kind == CellKind.Code))
            cell.SetResult(null, []);
        var cells = document.Cells.Where(cell => cell.Kind == CellKind.Code && !string.IsNullOrWhiteSpace(cell.Source)).ToArray();
        var played = 0;
        var outputs = new List<OutputCollector>();
        var places = new Dictionary<string, Action<Func<JsonObject>>>(StringComparer.Ordinal);
        NotebookFailure? failure = null;
        try
        {
            await using var kernel = await engine.StartAsync(Path.GetDirectoryName(file.SourcePath)!, cancellation);
            while (failure is null && played < cells.Length)
            {
                var cell = cells[played++];
                observer.CellStarted(file, played, cells.Length);
                outputs.Add(new OutputCollector(played, places));
                if (await RunAsync(kernel, cell, outputs[^1], cancellation) is { } error)
                {
                    // The cell may have failed because the player is being ended, say by Ctrl+C.
                    cancellation.ThrowIfCancellationRequested();
                    outputs[^1].Add(error);
                    failure = new NotebookFailure(cell, error);
                }
            }
        }
        catch (KernelStartException e)
        {
            failure = Failure(null, "KernelNotStarted", e.Message);
        }
        foreach (var (cell, shown, i) in cells.Zip(outputs, Enumerable.Range(1, outputs.Count)))
            cell.SetResult(i, shown.Outputs);
        var notes = outputs.SelectMany(shown => shown.Notes).ToArray();
        return new NotebookReport(file, document, played, cells.Length, outputs.Sum(shown => shown.Charts), watch.Elapsed, notes, failure);
    }

    private async Task<CellFailure?> RunAsync(INotebookKernel kernel, Cell cell, OutputCollector outputs, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(cellTimeout);
        try
        {
            return await kernel.RunAsync(new CellRequest(cell.Number, cell.Language, cell.Source), outputs.Add, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            var message = Invariant($"The cell ran for more than {cellTimeout.TotalSeconds} s and was ended. ");
            return Failure(cell, "Timeout", message + "Make it shorter, or give --timeout a larger number of seconds.").Error;
        }
    }

    private static NotebookFailure Failure(Cell? cell, string name, string message) =>
        new(cell, new CellFailure(name, message, null, null, []));
}

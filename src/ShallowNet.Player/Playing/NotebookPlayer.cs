using System.Diagnostics;
using System.Globalization;
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
            var document = Notebook.Parse(file.SourcePath);
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
        {
            cell.SetResult(null, []);
        }

        var cells = document.Cells.Where(cell => cell.Kind == CellKind.Code && !string.IsNullOrWhiteSpace(cell.Source)).ToArray();
        int played = 0, charts = 0;
        var notes = new List<string>();
        NotebookFailure? failure = null;
        try
        {
            await using var kernel = await engine.StartAsync(Path.GetDirectoryName(file.SourcePath)!, cancellation);
            while (failure is null && played < cells.Length)
            {
                var cell = cells[played++];
                observer.CellStarted(file, played, cells.Length);
                var outputs = new OutputCollector(played);
                if (await RunAsync(kernel, cell, outputs, cancellation) is { } error)
                {
                    // The cell may have failed because the player is being ended, say by Ctrl+C.
                    cancellation.ThrowIfCancellationRequested();
                    outputs.Add(error);
                    failure = new NotebookFailure(cell, error);
                }

                cell.SetResult(played, outputs.Outputs);
                charts += outputs.Charts;
                notes.AddRange(outputs.Notes);
            }
        }
        catch (KernelStartException e)
        {
            failure = Failure(null, "KernelNotStarted", e.Message);
        }

        return new NotebookReport(file, document, played, cells.Length, charts, watch.Elapsed, notes, failure);
    }

    private async Task<CellFailure?> RunAsync(INotebookKernel kernel, Cell cell, OutputCollector outputs, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(cellTimeout);
        try
        {
            return (await kernel.RunAsync(new CellRequest(cell.Number, cell.Language, cell.Source), outputs.Add, limit.Token)).Failure;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            var seconds = cellTimeout.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return Failure(cell, "Timeout", $"The cell ran for more than {seconds} s and was ended. Make it shorter, or give --timeout a larger number of seconds.").Error;
        }
    }

    private static NotebookFailure Failure(Cell? cell, string name, string message) => new(cell, new CellFailure(name, message, null, null, []));
}

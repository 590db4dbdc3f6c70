using System.Diagnostics;
using System.Globalization;
using ShallowNet.Player.Documents;
using ShallowNet.Player.Engine;

namespace ShallowNet.Player.Playing;

/// <summary>Plays one notebook: a fresh kernel, the code cells in order, up to the first that fails.</summary>
internal sealed class NotebookPlayer(INotebookEngine engine, TimeSpan cellTimeout, IPlayObserver observer)
{
    public async Task<NotebookReport> PlayAsync(NotebookFile file, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        NotebookDocument document;
        try
        {
            document = NotebookDocument.Parse(file.SourcePath);
        }
        catch (Exception e) when (e is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            return new NotebookReport(file, null, 0, 0, 0, watch.Elapsed, new NotebookFailure(null, new CellFailure("UnreadableNotebook", e.Message, null, null, [])));
        }

        var cells = document.Cells.Where(cell => cell.Kind == CellKind.Code).ToArray();
        foreach (var cell in cells)
            cell.SetResult(null, []);
        int played = 0, charts = 0;
        NotebookFailure? failure = null;
        try
        {
            await using var kernel = await engine.StartAsync(Path.GetDirectoryName(file.SourcePath)!, cancellation);
            foreach (var cell in cells)
            {
                if (string.IsNullOrWhiteSpace(cell.Source))
                    continue;
                observer.CellStarted(file, ++played, cells.Length);
                var outputs = new OutputCollector(played);
                var error = await RunAsync(kernel, cell, outputs, cancellation);
                charts += outputs.Charts;
                if (error is not null)
                    outputs.Add(error);
                cell.SetResult(played, outputs.Outputs);
                if (error is null)
                    continue;
                failure = new NotebookFailure(cell, error);
                break;
            }
        }
        catch (KernelStartException e)
        {
            failure = new NotebookFailure(null, new CellFailure("KernelNotStarted", e.Message, null, null, []));
        }

        return new NotebookReport(file, document, played, cells.Length, charts, watch.Elapsed, failure);
    }

    private async Task<CellFailure?> RunAsync(INotebookKernel kernel, NotebookCell cell, OutputCollector outputs, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(cellTimeout);
        try
        {
            var outcome = await kernel.RunAsync(new CellRequest(cell.Number, cell.Language, cell.Source), outputs.Add, limit.Token);
            return outcome.Failure;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            var seconds = cellTimeout.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return new CellFailure("Timeout", $"The cell ran for more than {seconds} s and was ended. Make it shorter, or give --timeout a larger number of seconds.", null, null, []);
        }
    }
}

namespace ShallowNet.Player.Playing;

/// <summary>Plays one notebook: a fresh kernel, the code cells in order, up to the first that fails.</summary>
internal sealed class NotebookPlayer(INotebookEngine engine, TimeSpan cellTimeout, Action<NotebookFile, int, int> cellStarted)
{
    /// <summary>Whatever goes wrong with the notebook is in the report. Each cell that starts is told, and of how many.</summary>
    /// <exception cref="OperationCanceledException">Playing was canceled.</exception>
    public async Task<NotebookReport> PlayAsync(NotebookFile file, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            // A file that takes long to read is not waited for once playing is canceled.
            var document = await Task.Run(() => Notebook.Parse(file.SourcePath, cancellation), CancellationToken.None)
                .WaitAsync(cancellation);
            return await PlayAsync(file, document, watch, cancellation);
        }
        catch (Exception e) when (e is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            return new(file, null, 0, 0, 0, watch.Elapsed, [], new(null, Error("UnreadableNotebook", e.Message)));
        }
    }

    private async Task<NotebookReport> PlayAsync(NotebookFile file, Notebook document, Stopwatch watch, CancellationToken cancellation)
    {
        foreach (var cell in document.Cells.Where(cell => cell.Kind == CellKind.Code))
            cell.SetResult(null, []);
        var cells = document.Cells.Where(cell => cell.Kind == CellKind.Code && !string.IsNullOrWhiteSpace(cell.Source)).ToArray();
        var outputs = new List<OutputCollector>();
        var places = new Dictionary<string, Action<Func<JsonObject>>>(StringComparer.Ordinal);
        NotebookFailure? failure = null;
        try
        {
            await using var kernel = await engine.StartAsync(Path.GetDirectoryName(file.SourcePath)!, cancellation);
            while (failure is null && outputs.Count < cells.Length)
            {
                var cell = cells[outputs.Count];
                var shown = new OutputCollector(outputs.Count + 1, places);
                outputs.Add(shown);
                cellStarted(file, outputs.Count, cells.Length);
                if (await RunAsync(kernel, cell, shown, cancellation) is { } error)
                {
                    // The cell may have failed because the player is being ended, say by Ctrl+C.
                    cancellation.ThrowIfCancellationRequested();
                    shown.Add(error);
                    failure = new(cell, error);
                }
            }
        }
        catch (KernelStartException e)
        {
            failure = new(null, Error("KernelNotStarted", e.Message));
        }
        foreach (var (i, shown) in outputs.Index())
            cells[i].SetResult(i + 1, shown.Outputs);
        return new(file, document, outputs.Count, cells.Length, outputs.Sum(shown => shown.Charts), watch.Elapsed,
            [.. outputs.SelectMany(shown => shown.Notes)], failure);
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
            return Error("Timeout", Invariant($"The cell ran for more than {cellTimeout.TotalSeconds} s and was ended. ")
                + "Make it shorter, or give --timeout a larger number of seconds.");
        }
    }

    private static CellFailure Error(string name, string message) => new(name, message, null, null, []);
}

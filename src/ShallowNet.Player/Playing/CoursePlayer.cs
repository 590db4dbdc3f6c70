namespace ShallowNet.Player.Playing;

/// <summary>Plays notebooks, as many side by side as there are cores, and writes each into a folder when it is done.</summary>
internal sealed class CoursePlayer(INotebookEngine engine, TimeSpan cellTimeout, string folder, IPlayObserver observer)
{
    private readonly Lock _lock = new();

    /// <summary>The reports in the order of the notebooks; those of the notebooks done so far if it is canceled.</summary>
    /// <exception cref="IOException">An executed notebook cannot be written.</exception>
    public async Task<IReadOnlyList<NotebookReport>> PlayAsync(IReadOnlyList<NotebookFile> files, CancellationToken cancellation)
    {
        var reports = new NotebookReport?[files.Count];
        var player = new NotebookPlayer(engine, cellTimeout, observer);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
        try
        {
            await Parallel.ForAsync(0, files.Count, parallel, async (i, token) =>
            {
                var report = await player.PlayAsync(files[i], token);
                report.Notebook?.Save(Path.Combine(folder, report.File.RelativePath));
                lock (_lock)
                {
                    reports[i] = report;
                    observer.NotebookEnded(report);
                }
            });
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // What was played so far is still worth a page.
        }
        return [.. reports.OfType<NotebookReport>()];
    }
}

using ShallowNet.Player.Documents;
using ShallowNet.Player.Engine;
using ShallowNet.Player.Pages;

namespace ShallowNet.Player.Playing;

/// <summary>Plays many notebooks side by side and writes the executed notebooks and the book.</summary>
/// <param name="engine">What runs the cells.</param>
/// <param name="cellTimeout">How long one cell may run.</param>
/// <param name="output">Where everything is written.</param>
/// <param name="observer">Is told how it goes.</param>
internal sealed class CoursePlayer(INotebookEngine engine, TimeSpan cellTimeout, OutputFolder output, IPlayObserver observer)
{
    private readonly Lock _lock = new();

    /// <summary>Plays the notebooks, as many side by side as there are cores, and writes each when it is done.</summary>
    /// <param name="files">The notebooks.</param>
    /// <param name="cancellation">Ends it early: the reports are those of the notebooks done so far.</param>
    /// <returns>The reports in the order of the notebooks.</returns>
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
                report.Document?.Save(Path.Combine(output.Path, report.File.RelativePath));
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

    /// <summary>Writes the web pages, also those of notebooks of the course that were played earlier and lie in the output folder.</summary>
    /// <returns>Path of the first page.</returns>
    /// <exception cref="IOException">A page cannot be written.</exception>
    public string WriteBook(IReadOnlyList<NotebookReport> reports, IReadOnlyList<NotebookFile> course)
    {
        var played = reports.Where(report => report.Document is not null).Select(Page).ToDictionary(page => page.SourcePath);
        var chapters = course.Select(file => played.GetValueOrDefault(file.SourcePath) ?? PlayedEarlier(file)).OfType<PlayedNotebook>();
        var others = played.Values.Where(page => course.All(file => file.SourcePath != page.SourcePath));
        return BookWriter.Write([.. chapters, .. others], output.Path);
    }

    private static PlayedNotebook Page(NotebookReport report)
    {
        var failure = report.Failure is { } f ? new PlayFailure(f.Cell?.Number, $"{f.Error.Name}: {f.Error.Message}") : null;
        return new PlayedNotebook(report.File.SourcePath, report.File.RelativePath, report.Document!, failure);
    }

    private PlayedNotebook? PlayedEarlier(NotebookFile file)
    {
        var path = Path.Combine(output.Path, file.RelativePath);
        try
        {
            return File.Exists(path) ? new PlayedNotebook(file.SourcePath, file.RelativePath, NotebookDocument.Parse(path), TrustsFile: true) : null;
        }
        catch (NotebookFormatException)
        {
            return null;
        }
    }
}

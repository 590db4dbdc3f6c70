using ShallowNet.Player.Engine;
using ShallowNet.Player.Pages;

namespace ShallowNet.Player.Playing;

/// <summary>Plays many notebooks side by side and writes the executed notebooks and the book.</summary>
internal sealed class CoursePlayer(INotebookEngine engine, TimeSpan cellTimeout, string outputFolder, IPlayObserver observer)
{
    private readonly Lock _lock = new();

    /// <summary>Plays the notebooks; the reports are in their order.</summary>
    /// <exception cref="IOException">The output folder cannot be written.</exception>
    public async Task<IReadOnlyList<NotebookReport>> PlayAsync(IReadOnlyList<NotebookFile> files, CancellationToken cancellation)
    {
        var reports = new NotebookReport?[files.Count];
        var player = new NotebookPlayer(engine, cellTimeout, observer);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
        await Parallel.ForAsync(0, files.Count, parallel, async (i, token) =>
        {
            var report = await player.PlayAsync(files[i], token);
            report.Document?.Save(Path.Combine(outputFolder, report.File.RelativePath));
            lock (_lock)
            {
                reports[i] = report;
                observer.NotebookEnded(report);
            }
        });
        return reports!;
    }

    /// <summary>Writes the web pages; gives the path of the first.</summary>
    public string WriteBook(IEnumerable<NotebookReport> reports) => BookWriter.Write(
        [.. reports.Where(report => report.Document is not null).Select(report =>
            new PlayedNotebook(report.File.SourcePath, report.File.RelativePath, report.Document!, Failure(report.Failure)))],
        outputFolder);

    private static PlayFailure? Failure(NotebookFailure? failure) =>
        failure is null ? null : new PlayFailure(failure.Cell?.Number, $"{failure.Error.Name}: {failure.Error.Message}");
}

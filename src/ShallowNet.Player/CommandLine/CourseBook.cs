using ShallowNet.Player.Book;
using ShallowNet.Player.Notebooks;
using ShallowNet.Player.Playing;

namespace ShallowNet.Player.CommandLine;

/// <summary>
/// The pages of a course: of what was played now, of what was played earlier and still lies in the output folder, and of the rest without
/// outputs.
/// </summary>
internal sealed class CourseBook(IReadOnlyList<NotebookFile> course, string folder)
{
    /// <summary>Writes the pages.</summary>
    /// <param name="reports">What was played.</param>
    /// <param name="cancellation">Stops between two cells; every page is then the old one or the new one.</param>
    /// <returns>Path of the first page.</returns>
    /// <exception cref="IOException">A page cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public string Write(IEnumerable<NotebookReport> reports, CancellationToken cancellation)
    {
        var played = reports.ToDictionary(report => report.File.SourcePath, report => Page(report, cancellation));
        var chapters = course
            .Select(file => played.GetValueOrDefault(file.SourcePath) ?? Earlier(file, cancellation) ?? Unplayed(file, cancellation))
            .ToArray();
        var others = played.Values.ExceptBy(course.Select(file => file.SourcePath), page => page.SourcePath);
        return BookWriter.Write([.. chapters, .. others], folder, cancellation);
    }

    private PlayedNotebook Page(NotebookReport report, CancellationToken cancellation)
    {
        var failure = report.Failure is { } f ? new PlayFailure(f.Cell?.Number, $"{f.Error.Name}: {f.Error.Message}", f.Error.Line) : null;
        return report.Notebook is { } notebook
            ? new PlayedNotebook(report.File.SourcePath, report.File.RelativePath, notebook, failure)
            : Earlier(report.File, cancellation) is { } earlier
                ? earlier with { Failure = failure! with { Message = failure.Message + "\nWhat follows is from an earlier run." } }
                : new PlayedNotebook(report.File.SourcePath, report.File.RelativePath, Notebook.Empty(), failure);
    }

    private PlayedNotebook? Earlier(NotebookFile file, CancellationToken cancellation)
    {
        var copy = Path.Combine(folder, file.RelativePath);
        return File.Exists(copy) && Read(copy, cancellation).Notebook is { } notebook
            ? new PlayedNotebook(file.SourcePath, file.RelativePath, notebook, TrustsFile: true)
            : null;
    }

    private static PlayedNotebook Unplayed(NotebookFile file, CancellationToken cancellation)
    {
        var (notebook, problem) = Read(file.SourcePath, cancellation);
        var failure = new PlayFailure(null, problem ?? "It was not played in this run, nor in an earlier one.");
        return new PlayedNotebook(file.SourcePath, file.RelativePath, notebook ?? Notebook.Empty(), failure);
    }

    private static (Notebook? Notebook, string? Problem) Read(string path, CancellationToken cancellation)
    {
        try
        {
            return (Notebook.Parse(path, cancellation), null);
        }
        catch (Exception e) when (e is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            return (null, e.Message);
        }
    }
}

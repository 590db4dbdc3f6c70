using ShallowNet.Player.Book;
using ShallowNet.Player.Notebooks;
using ShallowNet.Player.Playing;

namespace ShallowNet.Player.CommandLine;

/// <summary>The pages of a course: of what was played now, of what was played earlier and still lies in the output folder, and of the rest without outputs.</summary>
internal static class CourseBook
{
    /// <summary>Writes the pages.</summary>
    /// <returns>Path of the first page.</returns>
    /// <exception cref="IOException">A page cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static string Write(IReadOnlyList<NotebookReport> reports, IReadOnlyList<NotebookFile> course, string folder)
    {
        var played = reports.Where(report => report.Notebook is not null).Select(Page).ToDictionary(page => page.SourcePath);
        var chapters = course.Select(file => played.GetValueOrDefault(file.SourcePath) ?? PlayedEarlier(file, folder) ?? Unplayed(file)).OfType<PlayedNotebook>();
        var others = played.Values.Where(page => course.All(file => file.SourcePath != page.SourcePath));
        return BookWriter.Write([.. chapters, .. others], folder);
    }

    private static PlayedNotebook Page(NotebookReport report)
    {
        var failure = report.Failure is { } f ? new PlayFailure(f.Cell?.Number, $"{f.Error.Name}: {f.Error.Message}", f.Error.Line) : null;
        return new PlayedNotebook(report.File.SourcePath, report.File.RelativePath, report.Notebook!, failure);
    }

    private static PlayedNotebook? PlayedEarlier(NotebookFile file, string folder) =>
        Read(Path.Combine(folder, file.RelativePath)) is { } notebook ? new(file.SourcePath, file.RelativePath, notebook, TrustsFile: true) : null;

    private static PlayedNotebook? Unplayed(NotebookFile file) => Read(file.SourcePath) is { } notebook
        ? new(file.SourcePath, file.RelativePath, notebook, new PlayFailure(null, "It was not played in this run, nor in an earlier one."))
        : null;

    private static Notebook? Read(string path)
    {
        try
        {
            return File.Exists(path) ? Notebook.Parse(path) : null;
        }
        catch (NotebookFormatException)
        {
            return null;
        }
    }
}

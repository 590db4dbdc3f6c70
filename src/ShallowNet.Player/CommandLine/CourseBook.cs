namespace ShallowNet.Player.CommandLine;

/// <summary>The pages of a course: of what was played now or earlier (it lies in the output folder), and of the rest unplayed.</summary>
internal sealed class CourseBook(IReadOnlyList<NotebookFile> course, string folder, CancellationToken cancellation)
{
    /// <summary>Writes the pages; gives the path of the first. Canceled, each is the old one or the new one.</summary>
    /// <exception cref="IOException">A page cannot be written; where it may not be, UnauthorizedAccessException.</exception>
    public string Write(IEnumerable<NotebookReport> reports)
    {
        var played = reports.ToDictionary(report => report.File, Page);
        return BookWriter.Write([.. course.Select(file => played.GetValueOrDefault(file) ?? Earlier(file) ?? Unplayed(file)),
                .. played.Values.ExceptBy(course.Select(file => file.SourcePath), page => page.SourcePath)], folder, cancellation);
    }

    private PlayedNotebook Page(NotebookReport report)
    {
        var failure = report.Failure is { } f ? new PlayFailure(f.Cell?.Number, $"{f.Error.Name}: {f.Error.Message}", f.Error.Line) : null;
        return report.Notebook is null && Earlier(report.File) is { } earlier
            ? earlier with { Failure = failure! with { Message = failure.Message + "\nWhat follows is from an earlier run." } }
            : Of(report.File, report.Notebook, failure);
    }

    private PlayedNotebook? Earlier(NotebookFile file)
    {
        var copy = Path.Combine(folder, file.RelativePath);
        return File.Exists(copy) && Read(copy).Notebook is { } notebook ? Of(file, notebook, null) with { TrustsFile = true } : null;
    }

    private PlayedNotebook Unplayed(NotebookFile file)
    {
        var (notebook, problem) = Read(file.SourcePath);
        return Of(file, notebook, new(null, problem ?? "It was not played in this run, nor in an earlier one."));
    }

    private static PlayedNotebook Of(NotebookFile file, Notebook? notebook, PlayFailure? failure) =>
        new(file.SourcePath, file.RelativePath, notebook ?? Notebook.Empty(), failure);

    private (Notebook? Notebook, string? Problem) Read(string path)
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

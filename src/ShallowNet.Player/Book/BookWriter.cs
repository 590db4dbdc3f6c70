using ShallowNet.Player.Notebooks;

namespace ShallowNet.Player.Book;

/// <summary>Writes executed notebooks as a small book of web pages.</summary>
internal static class BookWriter
{
    private const int MaxPicture = 64 << 20;

    /// <summary>Writes all pages into a folder; each file whole or not at all.</summary>
    /// <param name="notebooks">The notebooks in the order of the book; those in a folder "solutions" become the appendix.</param>
    /// <param name="outputFolder">Folder for index.html, the pages and their assets; created if need be.</param>
    /// <param name="cancellation">Stops between two cells.</param>
    /// <returns>Path of index.html.</returns>
    /// <exception cref="IOException">A file could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static string Write(IReadOnlyList<PlayedNotebook> notebooks, string outputFolder, CancellationToken cancellation = default)
    {
        var plotly = "";
        foreach (var (name, content) in PlotlyScript.Files())
        {
            var file = new FileInfo(Path.Combine(outputFolder, "assets", name));
            if (!file.Exists || file.Length != content.Length)
                AtomicFile.Write(file.FullName, content);
            if (file.Extension == ".js")
                plotly = "assets/" + name;
        }
        var pages = notebooks.Select(notebook => notebook.Href).ToHashSet();
        var chapters = new List<Chapter>();
        foreach (var notebook in notebooks.OrderBy(notebook => notebook.IsAppendix))
        {
            var (chapter, pictures) = Render(notebook, pages, plotly, cancellation);
            chapters.Add(chapter);
            foreach (var (path, content) in pictures)
                AtomicFile.Write(Path.Combine(outputFolder, path), content);
        }
        foreach (var name in (string[])["book.css", "book.js", "theme.js", "icon.svg"])
            AtomicFile.Write(Path.Combine(outputFolder, "assets", name), Asset.Text(name));
        AtomicFile.Write(Path.Combine(outputFolder, "assets", "search.js"), SearchIndex.Script(chapters));
        var page = new BookPage(chapters, Katex.For(outputFolder), plotly);
        foreach (var chapter in chapters)
        {
            cancellation.ThrowIfCancellationRequested();
            AtomicFile.Write(Path.Combine(outputFolder, chapter.Notebook.Href), page.Of(chapter));
        }
        var index = Path.Combine(outputFolder, "index.html");
        AtomicFile.Write(index, page.Cover());
        return index;
    }

    /// <summary>
    /// A chapter and its pictures. One that cannot be rendered, whatever the reason, has a page that says so, and takes no other with it.
    /// </summary>
    private static (Chapter Chapter, (string Path, byte[] Content)[] Pictures) Render(
        PlayedNotebook notebook, IReadOnlySet<string> pages, string plotly, CancellationToken cancellation)
    {
        try
        {
            var renderer = new ChapterRenderer(notebook, pages, plotly);
            var chapter = renderer.Render(cancellation);
            return (chapter, [.. renderer.Pictures.Select(picture => (picture.Value, RegularFile.Read(picture.Key, MaxPicture, cancellation)
                ?? throw new IOException($"The picture {picture.Key} is larger than {MaxPicture >> 20} MB.")))]);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            var failure = new PlayFailure(null, $"Its page could not be made: {e.GetType().Name}: {e.Message}");
            var excuse = notebook with { Notebook = Notebook.Empty(), Failure = failure };
            return (new ChapterRenderer(excuse, pages, plotly).Render(cancellation), []);
        }
    }
}

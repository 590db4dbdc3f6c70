using System.Text.Encodings.Web;

namespace ShallowNet.Player.Book;

/// <summary>Writes executed notebooks as a small book of web pages.</summary>
internal static class BookWriter
{
    private const int MaxPicture = 64 << 20;
    private static readonly JsonSerializerOptions SearchJson = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes index.html, the pages and their assets into a folder, in the order of the notebooks; those in a folder "solutions"
    /// become the appendix. Each file is written whole or not at all. Gives the path of index.html.</summary>
    /// <exception cref="IOException">A file could not be written; where it may not be, UnauthorizedAccessException.</exception>
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
        AtomicFile.Write(Path.Combine(outputFolder, "assets", "search.js"), SearchIndex(chapters));
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

    /// <summary>The words of all pages as a script: a page from file:// may load a script, but may not fetch data.</summary>
    private static string SearchIndex(List<Chapter> chapters)
    {
        var pages = chapters.Select(chapter => new[] { chapter.Url, $"{chapter.Number} {chapter.Title}".TrimStart() });
        var sections = chapters.SelectMany((chapter, page) => chapter.Sections.Select(section => new object[]
            { page, section.Id, section.Title, PageText.OneLine($"{section.Words}"), PageText.OneLine($"{section.Code}") }))
            .Where(section => section[2..].Any(text => text is not ""));
        return $"window.bookIndex = {JsonSerializer.Serialize(new { pages, sections }, SearchJson)};\n";
    }

    /// <summary>A chapter and its pictures. One that cannot be rendered has a page that says so, and takes no other with it.</summary>
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

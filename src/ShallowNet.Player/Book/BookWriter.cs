using ShallowNet.Player.Notebooks;

namespace ShallowNet.Player.Book;

/// <summary>Writes executed notebooks as a small book of web pages.</summary>
internal static class BookWriter
{
    /// <summary>Writes all pages into a folder; each file whole or not at all.</summary>
    /// <param name="notebooks">The notebooks in the order of the book; those in a folder "solutions" become the appendix.</param>
    /// <param name="outputFolder">Folder for index.html, the pages and their assets; created if need be.</param>
    /// <returns>Path of index.html.</returns>
    /// <exception cref="IOException">A file could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static string Write(IReadOnlyList<PlayedNotebook> notebooks, string outputFolder)
    {
        var plotly = WritePlotly(outputFolder);
        var pages = notebooks.Select(notebook => Path.ChangeExtension(notebook.RelativePath, ".html")).ToHashSet();
        var chapters = new List<Chapter>();
        foreach (var notebook in notebooks.OrderBy(notebook => notebook.RelativePath.StartsWith("solutions/", StringComparison.Ordinal)))
        {
            var renderer = new ChapterRenderer(notebook, pages, plotly);
            chapters.Add(renderer.Render());
            foreach (var (from, to) in renderer.Pictures)
            {
                AtomicFile.Write(Path.Combine(outputFolder, to), File.ReadAllBytes(from));
            }
        }

        foreach (var name in Asset.Names)
        {
            AtomicFile.Write(Path.Combine(outputFolder, "assets", name), Asset.Text(name));
        }

        AtomicFile.Write(Path.Combine(outputFolder, "assets", "search.js"), SearchIndex.Script(chapters));
        var page = new BookPage(chapters, Katex.For(outputFolder), plotly);
        foreach (var chapter in chapters)
        {
            AtomicFile.Write(Path.Combine(outputFolder, chapter.Href), page.Of(chapter));
        }

        var index = Path.Combine(outputFolder, "index.html");
        AtomicFile.Write(index, page.Cover());
        return index;
    }

    /// <summary>Puts plotly.js and its licence beside the pages; gives the script's path in the output folder, "" if Plotly.NET is not installed.</summary>
    private static string WritePlotly(string outputFolder)
    {
        if (PlotlyScript.FindAssembly() is not { } assembly)
        {
            return "";
        }

        var script = "";
        foreach (var (name, content) in PlotlyScript.Read(assembly))
        {
            var path = "assets/" + name;
            var file = new FileInfo(Path.Combine(outputFolder, path));
            if (!file.Exists || file.Length != content.Length)
            {
                AtomicFile.Write(file.FullName, content);
            }

            if (name.EndsWith(".js", StringComparison.Ordinal))
            {
                script = path;
            }
        }

        return script;
    }
}

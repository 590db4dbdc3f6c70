namespace ShallowNet.Player.Book;

/// <summary>A notebook that becomes a page of the book, with the outputs of the cells that were played.</summary>
/// <param name="SourcePath">The notebook file it was read from; pictures are looked for beside it.</param>
/// <param name="RelativePath">Where its copy stands in the output folder, such as "solutions/05-activation-functions.ipynb".</param>
/// <param name="Notebook">The cells.</param>
/// <param name="Failure">Why it could not be played to its end; null if it was.</param>
/// <param name="TrustsFile">True if this player wrote the outputs that were in the file already, so that their scripts may run too.</param>
internal sealed record PlayedNotebook(
    string SourcePath, string RelativePath, Notebook Notebook, PlayFailure? Failure = null, bool TrustsFile = false)
{
    public string Href => PageOf(RelativePath);
    public bool IsPlayed => TrustsFile || Notebook.Cells.Any(cell => cell.IsPlayed);
    public bool IsAppendix => RelativePath.StartsWith("solutions/", StringComparison.Ordinal);
    /// <summary>The way from the page to the output folder: "" or "../" for each folder.</summary>
    public string ToRoot => string.Concat(Enumerable.Repeat("../", RelativePath.Count(c => c == '/')));

    /// <summary>Path of the page of a notebook; index.html is the cover.</summary>
    public static string PageOf(string path) =>
        Path.ChangeExtension(path, path.Equals("index.ipynb", StringComparison.OrdinalIgnoreCase) ? ".notebook.html" : ".html");
}

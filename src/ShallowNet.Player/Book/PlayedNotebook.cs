namespace ShallowNet.Player.Book;

/// <summary>A notebook that becomes a page: the file it was read from, with the pictures beside it; where its copy stands in the output
/// folder, such as "solutions/05-activation-functions.ipynb"; its cells; why it could not be played to its end, null if it was; and whether
/// this player wrote the outputs that were in the file already, so that their scripts may run too.</summary>
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

namespace ShallowNet.Player.Book;

/// <summary>Files of the book that are part of this program.</summary>
internal static class Asset
{
    public static readonly IReadOnlyList<string> Names = ["book.css", "book.js", "theme.js", "icon.svg"];

    public static string Text(string name)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream("book/" + name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

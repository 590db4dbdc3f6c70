namespace ShallowNet.Player.Book;

/// <summary>Files of the book that are part of this program.</summary>
internal static class Asset
{
    public static string Text(string name)
    {
        using var reader = new StreamReader(typeof(Asset).Assembly.GetManifestResourceStream("book/" + name)!);
        return reader.ReadToEnd();
    }
}

namespace ShallowNet.Player.Book;

internal static class Asset
{
    public static string Text(string name)
    {
        using var reader = new StreamReader(typeof(Asset).Assembly.GetManifestResourceStream("book/" + name)!);
        return reader.ReadToEnd();
    }
}

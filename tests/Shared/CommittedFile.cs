namespace ShallowNet.TestTools;

/// <summary>
/// A text file as it is committed, with line feeds. Git may be told to check all text out with Windows line endings; .gitattributes, a text
/// file too, shows whether it was. Nothing is undone in any other checkout.
/// </summary>
internal static class CommittedFile
{
    /// <summary>Undoes exactly what git did: each line feed had become CR LF. A file with any other line was not written by git.</summary>
    public static byte[] Bytes(string path, string root)
    {
        var bytes = File.ReadAllBytes(path);
        return !HasWindowsLineEndings(File.ReadAllBytes(Path.Combine(root, ".gitattributes"))) ? bytes
            : HasWindowsLineEndings(bytes) ? [.. bytes.Where((b, i) => !(b == '\r' && i + 1 < bytes.Length && bytes[i + 1] == '\n'))]
            : throw new InvalidDataException($"This checkout has Windows line endings, but {path} has lines without: check it out again.");
    }

    private static bool HasWindowsLineEndings(byte[] bytes)
    {
        var feeds = Enumerable.Range(0, bytes.Length).Where(i => bytes[i] == '\n').ToArray();
        return feeds.Length > 0 && feeds.All(i => i > 0 && bytes[i - 1] == '\r');
    }
}

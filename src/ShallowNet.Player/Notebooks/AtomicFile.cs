namespace ShallowNet.Player.Notebooks;

/// <summary>Writes files whole or not at all: a temporary file in the same folder, then a rename.</summary>
internal static class AtomicFile
{
    /// <summary>How the temporary files end; one that is left over was never finished and can be deleted.</summary>
    public const string TemporarySuffix = ".unfinished";

    /// <summary>"In use by another process" on Windows, Linux and macOS.</summary>
    private static readonly int[] HeldByAnother = [unchecked((int)0x80070020), 11, 35];

    /// <summary>Whether a file could not be opened because another process has it to itself.</summary>
    public static bool IsHeldByAnother(IOException e) => HeldByAnother.Contains(e.HResult);

    /// <summary>Writes a file, creating its folder if need be. A reader sees the old file or the new one, never a part.</summary>
    /// <param name="path">The file to write.</param>
    /// <param name="content">All of its bytes.</param>
    /// <exception cref="IOException">The file could not be written; the old one, if any, is unchanged.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var full = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(full)!;
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, $".{Path.GetFileName(full)}.{Guid.NewGuid():N}{TemporarySuffix}");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }
            File.Move(temporary, full, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Writes a text file as UTF-8 without a byte order mark.</summary>
    /// <param name="path">The file to write.</param>
    /// <param name="text">All of its text.</param>
    public static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));
}

namespace ShallowNet.Player.Notebooks;

/// <summary>Writes files whole or not at all: a temporary file in the same folder, then a rename.</summary>
internal static class AtomicFile
{
    /// <summary>How the temporary files end; one that is left over was never finished and can be deleted.</summary>
    public const string TemporarySuffix = ".unfinished";

    /// <summary>Whether a file is "in use by another process", as Windows, Linux and macOS say it.</summary>
    public static bool IsHeldByAnother(IOException e) => e.HResult is unchecked((int)0x80070020) or 11 or 35;

    /// <summary>Writes a file, creating its folder if need be. A reader sees the old file or the new one, never a part.</summary>
    /// <exception cref="IOException">The file could not be written; the old one, if any, is unchanged.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var full = Path.GetFullPath(path);
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(full)!).FullName;
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
    public static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));
}

namespace ShallowNet.Player.Notebooks;

/// <summary>Reads whole files, and nothing else: to open a pipe may wait forever, and a device has no end.</summary>
internal static class RegularFile
{
    /// <summary>How many bytes a file has; a link is as long as what it leads to.</summary>
    public static long Length(string path) => new FileInfo(File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path).Length;

    /// <summary>All bytes of a file; null if it has more than allowed.</summary>
    /// <exception cref="IOException">The file is missing, cannot be opened, or is empty as pipes and devices are.</exception>
    public static byte[]? Read(string path, int maxBytes, CancellationToken cancellation = default)
    {
        var length = Length(path);
        if (length > maxBytes)
            return null;
        if (length == 0)
            throw new IOException($"{path} is empty, or a pipe or a device: give a file.");
        using var file = File.OpenRead(path);
        var bytes = new byte[length];
        var read = 0;
        for (int more; read < length && (more = file.Read(bytes, read, Math.Min(bytes.Length - read, 1 << 20))) > 0; read += more)
            cancellation.ThrowIfCancellationRequested();
        return bytes[..read];
    }
}

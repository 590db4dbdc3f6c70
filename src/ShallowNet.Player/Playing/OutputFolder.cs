namespace ShallowNet.Player.Playing;

/// <summary>The folder that a player writes to; while one has it open no other player may write there.</summary>
internal static class OutputFolder
{
    /// <summary>Creates the folder if need be, takes it for this process until the stream is disposed, and removes what a killed player
    /// left half-written. The stream's file stays: deleting it while another player opens it would let two of them in.</summary>
    /// <exception cref="CannotPlayException">Another player writes there.</exception>
    /// <exception cref="IOException">The folder cannot be written; where it may not be, UnauthorizedAccessException.</exception>
    public static FileStream Open(string path)
    {
        Directory.CreateDirectory(path);
        try
        {
            var hold = new FileStream(Path.Combine(path, ".player.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            foreach (var unfinished in Directory.EnumerateFiles(path, "*" + AtomicFile.TemporarySuffix, SearchOption.AllDirectories))
                File.Delete(unfinished);
            return hold;
        }
        catch (IOException e) when (AtomicFile.IsHeldByAnother(e))
        {
            throw new CannotPlayException(
                $"Another player is writing to {path}. Wait until it has ended, or give this one another folder with --out.", e);
        }
    }
}

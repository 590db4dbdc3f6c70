using ShallowNet.Player.Notebooks;

namespace ShallowNet.Player.Playing;

/// <summary>The folder that a player writes to; while it is open no other player may write there.</summary>
internal sealed class OutputFolder : IDisposable
{
    private const string LockName = ".player.lock";

    private readonly FileStream _lock;

    private OutputFolder(string path, FileStream hold) => (Path, _lock) = (path, hold);

    /// <summary>Full path of the folder.</summary>
    public string Path { get; }

    /// <summary>Creates the folder if need be, takes it for this process, and removes what a killed player left half-written.</summary>
    /// <exception cref="IOException">Another player writes there, or the folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public static OutputFolder Open(string path)
    {
        Directory.CreateDirectory(path);
        var lockPath = System.IO.Path.Combine(path, LockName);
        FileStream hold;
        try
        {
            hold = new FileStream(lockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (AtomicFile.IsHeldByAnother(e))
        {
            throw new OutputFolderBusyException(
                $"Another player is writing to {path}. Wait until it has ended, or give this one another folder with --out.", e);
        }
        foreach (var unfinished in Directory.EnumerateFiles(path, "*" + AtomicFile.TemporarySuffix, SearchOption.AllDirectories))
            File.Delete(unfinished);
        return new OutputFolder(path, hold);
    }

    /// <summary>Lets other players in.</summary>
    public void Dispose()
    {
        // The file stays: deleting it while another player opens it would let two of them in.
        _lock.Dispose();
    }
}

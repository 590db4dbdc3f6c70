namespace ShallowNet.Player.Serving;

/// <summary>Watches folders, but not those in them, for notebooks that an editor saves.</summary>
internal sealed class NotebookWatcher : IDisposable
{
    /// <summary>Editors save in several steps: the file is looked at when it has been quiet for this long.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    private readonly Channel<string> _changes = Channel.CreateUnbounded<string>();
    private readonly List<FileSystemWatcher> _watchers = [];

    public NotebookWatcher(IEnumerable<string> folders)
    {
        foreach (var folder in folders)
        {
            var watcher = new FileSystemWatcher(folder, "*.ipynb");
            watcher.Changed += Saved;
            watcher.Created += Saved;
            watcher.Renamed += Saved;
            watcher.EnableRaisingEvents = true;
            _watchers.Add(watcher);
        }
        void Saved(object sender, FileSystemEventArgs e) => _changes.Writer.TryWrite(e.FullPath);
    }

    /// <summary>Waits for the next saves; gives the full paths of the notebooks, each once.</summary>
    public async Task<IReadOnlyList<string>> NextAsync(CancellationToken cancellation)
    {
        var saved = new SortedSet<string>(StringComparer.Ordinal);
        while (saved.Count == 0 || _changes.Reader.Count > 0)
        {
            saved.Add(await _changes.Reader.ReadAsync(cancellation));
            while (_changes.Reader.TryRead(out var path))
                saved.Add(path);
            await Task.Delay(Quiet, cancellation);
        }
        return [.. saved.Where(File.Exists)];
    }

    public void Dispose() => _watchers.ForEach(watcher => watcher.Dispose());
}

namespace ShallowNet.Player.Serving;

/// <summary>Watches folders for notebooks that an editor saves.</summary>
internal sealed class NotebookWatcher : IDisposable
{
    /// <summary>Editors save in several steps: the file is looked at when it has been quiet for this long.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    private readonly Channel<string> _changes = Channel.CreateUnbounded<string>();
    private readonly List<FileSystemWatcher> _watchers = [];

    /// <summary>Begins to watch.</summary>
    /// <param name="folders">The folders; what lies in folders below them is not watched.</param>
    public NotebookWatcher(IEnumerable<string> folders)
    {
        foreach (var folder in folders)
        {
            var watcher = new FileSystemWatcher(folder, "*.ipynb");
            watcher.Changed += (_, e) => _changes.Writer.TryWrite(e.FullPath);
            watcher.Created += (_, e) => _changes.Writer.TryWrite(e.FullPath);
            watcher.Renamed += (_, e) => _changes.Writer.TryWrite(e.FullPath);
            watcher.EnableRaisingEvents = true;
            _watchers.Add(watcher);
        }
    }

    /// <summary>Waits for the next saves; gives the full paths of the notebooks, each once.</summary>
    public async Task<IReadOnlyList<string>> NextAsync(CancellationToken cancellation)
    {
        var saved = new SortedSet<string>(StringComparer.Ordinal) { await _changes.Reader.ReadAsync(cancellation) };
        bool more;
        do
        {
            await Task.Delay(Quiet, cancellation);
            more = false;
            while (_changes.Reader.TryRead(out var path))
            {
                saved.Add(path);
                more = true;
            }
        }
        while (more);
        return [.. saved.Where(File.Exists)];
    }

    public void Dispose() => _watchers.ForEach(watcher => watcher.Dispose());
}

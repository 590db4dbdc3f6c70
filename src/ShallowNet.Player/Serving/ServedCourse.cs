namespace ShallowNet.Player.Serving;

/// <summary>Writing the course: the pages in a browser, played and loaded again whenever a notebook is saved.</summary>
internal static class ServedCourse
{
    /// <summary>Serves the pages until it is cancelled.</summary>
    /// <param name="pages">Folder of the pages.</param>
    /// <param name="port">Port on the loopback address.</param>
    /// <param name="sources">Folders of the notebooks.</param>
    /// <param name="replay">Plays the notebooks that were saved and writes the pages again.</param>
    /// <param name="started">Is told the address to open.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task RunAsync(
        string pages, int port, IEnumerable<string> sources, Func<IReadOnlyList<string>, Task> replay, Action<string> started, CancellationToken cancellation)
    {
        using var server = new CourseServer(pages, port);
        using var watcher = new NotebookWatcher(sources);
        var serving = server.RunAsync(cancellation);
        started(server.Address);
        try
        {
            while (true)
            {
                var saved = await watcher.NextAsync(cancellation);
                if (saved.Count == 0)
                {
                    continue;
                }

                await replay(saved);
                server.Reload();
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await serving;
        }
    }
}

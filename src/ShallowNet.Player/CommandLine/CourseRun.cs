namespace ShallowNet.Player.CommandLine;

/// <summary>Plays the notebooks that were asked for and writes the pages; a served course again on each save.</summary>
internal sealed class CourseRun(PlayerOptions options, string root, string folder, CourseServer? server, CancellationToken cancellation)
{
    /// <summary>After an interruption the pages of what was played are written too, as far as the first of these times allows; by the
    /// second the cell or the file that is at work should have come to its end, else it is left.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(0.4), LastFarewell = TimeSpan.FromSeconds(0.7);

    private readonly INotebookEngine _engine = KernelChoice.Engine(options.Kernel, options.Memory);

    /// <summary>The report of each notebook that was played, by its path: the latest one.</summary>
    private readonly Dictionary<string, NotebookReport> _latest = [];

    /// <summary>Gives the program's exit code.</summary>
    /// <exception cref="IOException">The folder cannot be written; where it may not be, UnauthorizedAccessException.</exception>
    public async Task<int> PlayAsync(IReadOnlyList<NotebookFile> files)
    {
        var watch = Stopwatch.StartNew();
        if (server is not null)
            Console.WriteLine($"Serving {server.Address}");
        var reports = Console.IsOutputRedirected
            ? await PlayAsync(files, new Progress(server, bars: null))
            : await Progress.WithBarsAsync(server, progress => PlayAsync(files, progress));
        string? index = null;
        try
        {
            index = await WritePagesAsync();
        }
        catch (OperationCanceledException)
        {
            // The summary says what there is.
        }
        Summary.Write(reports, watch.Elapsed);
        if (cancellation.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync(
                "Interrupted: what was played so far has been written" + (index is null ? ", but not all of its pages." : "."));
            return PlayerCommand.Interrupted;
        }
        Console.WriteLine("Open  " + index);
        if (options.Open)
            OpenInBrowser(server?.Address ?? index!);
        if (server is not null)
            return await ServeAsync(server);
        var failed = reports.Where(report => report.Failure is not null).ToArray();
        return failed.Any(report => report.Notebook is not null) ? PlayerCommand.CellFailed
            : failed.Length > 0 ? PlayerCommand.CannotPlay
            : PlayerCommand.Ok;
    }

    /// <summary>Plays notebooks, as many side by side as there are cores, and writes each when it is done.</summary>
    private async Task<IReadOnlyList<NotebookReport>> PlayAsync(IReadOnlyList<NotebookFile> files, Progress progress)
    {
        var reports = new NotebookReport?[files.Count];
        var player = new NotebookPlayer(_engine, options.Timeout, progress.CellStarted);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
        try
        {
            await Parallel.ForAsync(0, files.Count, parallel, async (i, token) =>
            {
                var report = await player.PlayAsync(files[i], token);
                report.Notebook?.Save(Path.Combine(folder, report.File.RelativePath));
                lock (_latest)
                {
                    reports[i] = _latest[report.File.SourcePath] = report;
                    progress.NotebookEnded(report);
                }
            });
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // What was played so far is still worth a page.
        }
        return [.. reports.OfType<NotebookReport>()];
    }

    private async Task<int> ServeAsync(CourseServer server)
    {
        using var watcher = new NotebookWatcher(Files().Select(file => Path.GetDirectoryName(file.SourcePath)!).Distinct());
        Console.WriteLine("Playing again what you save. Ctrl+C ends it.");
        Show();
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                var saved = await watcher.NextAsync(cancellation);
                var files = Files().Where(file => saved.Contains(file.SourcePath)).ToArray();
                var reports = await PlayAsync(files, new Progress(server, bars: null));
                foreach (var report in reports.Where(report => report.Failure is not null))
                    Console.WriteLine(FailureText.Of(report.File, report.Failure!));
                await WritePagesAsync();
                Show();
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                // The loop ends.
            }
            catch (Exception e)
            {
                // Whatever was saved, the next save may be better.
                Console.WriteLine(Printable.Text($"{e.GetType().Name}: {e.Message}"));
                server.Say($"The pages could not be written: {e.Message}");
            }
        }
        return PlayerCommand.Ok;

        IEnumerable<NotebookFile> Files() =>
            CourseFolder.Notebooks(root).Concat(_latest.Values.Select(report => report.File)).DistinctBy(file => file.SourcePath);

        void Show()
        {
            var failed = _latest.Values.Where(report => report.Failure is not null).Select(report => report.Notebook is null
                ? $"{report.File.RelativePath} cannot be read: {report.Failure!.Error.Message}"
                : $"{report.File.RelativePath} failed in cell {report.Failure!.Cell?.Number}");
            server.Say(string.Join("\n", failed));
            server.Reload();
        }
    }

    /// <summary>Writes the pages; gives the path of the first.</summary>
    /// <exception cref="OperationCanceledException">The player was interrupted, and there was no time for all of them.</exception>
    private async Task<string> WritePagesAsync()
    {
        using var pages = new CancellationTokenSource();
        using var patience = new CancellationTokenSource();
        await using var farewell = cancellation.Register(() =>
        {
            pages.CancelAfter(Farewell);
            patience.CancelAfter(LastFarewell);
        });
        var book = new CourseBook(CourseFolder.Notebooks(root), folder, pages.Token);
        return await Task.Run(() => book.Write(_latest.Values), CancellationToken.None).WaitAsync(patience.Token);
    }

    private static void OpenInBrowser(string path)
    {
        try
        {
            Process.Start(new ProcessStartInfo(path) { UseShellExecute = true })?.Dispose();
        }
        catch (Win32Exception e)
        {
            Console.Error.WriteLine($"No program was found to open {path}: {e.Message}");
        }
    }
}

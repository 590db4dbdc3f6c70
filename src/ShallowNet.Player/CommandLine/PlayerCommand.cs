using System.CommandLine;
using System.ComponentModel;
using ShallowNet.Player.Kernels;
using ShallowNet.Player.Playing;
using ShallowNet.Player.Serving;

namespace ShallowNet.Player.CommandLine;

/// <summary>The program as the command line sees it.</summary>
internal static class PlayerCommand
{
    public const int Ok = 0, CellFailed = 1, CannotPlay = 2, Interrupted = 130;

    /// <summary>
    /// After an interruption the pages of what was played are written too, as far as the first of these times allows; by the second the
    /// cell or the file that is at work should have come to its end, else it is left.
    /// </summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(0.4), LastFarewell = TimeSpan.FromSeconds(0.7);

    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = PlayerOptions.Command(RunAsync).Parse(args);
        var exitCode = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(5) });
        return parsed.Errors.Count > 0 ? CannotPlay : exitCode;
    }

    private static async Task<int> RunAsync(PlayerOptions options, CancellationToken cancellation)
    {
        var root = CourseFolder.Find();
        if (root is null)
        {
            return Refuse("The course was not found: there is no ShallowNet.sln in this folder or above it. Go to the folder you cloned "
                + "and try again.");
        }
        IReadOnlyList<NotebookFile> files;
        try
        {
            files = NotebookSelection.Find(options.Notebooks, CourseFolder.Notebooks(root), Environment.CurrentDirectory);
        }
        catch (ArgumentException e)
        {
            return Refuse(e.Message);
        }
        if (options.ListOnly)
        {
            foreach (var file in files)
                Console.WriteLine(Printable.Line(file.RelativePath));
            return Ok;
        }
        var folder = Path.GetFullPath(options.Output ?? Path.Combine(root, "artifacts", "course"));
        try
        {
            using var output = OutputFolder.Open(folder);
            await using var server = options.ServePort is { } port ? await CourseServer.StartAsync(folder, port) : null;
            return await PlayAsync(options, files, root, output, server, cancellation);
        }
        catch (Exception e) when (e is OutputFolderBusyException or KernelStartException or ServerStartException)
        {
            return Refuse(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse($"Cannot write to {folder}: {e.Message} Give another folder with --out, or make room or the folder writable.");
        }
    }

    private static async Task<int> PlayAsync(
        PlayerOptions options, IReadOnlyList<NotebookFile> files, string root, OutputFolder output, CourseServer? server,
        CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var engine = KernelChoice.Engine(options.Kernel, options.Memory);
        CoursePlayer Player(IPlayObserver shown) =>
            new(engine, options.Timeout, output, server is null ? shown : new ServedProgress(server, shown));
        if (server is not null)
            Console.WriteLine($"Serving {server.Address}");
        var reports = Console.IsOutputRedirected
            ? await Player(new PlainProgress(Console.Out)).PlayAsync(files, cancellation)
            : await LiveProgress.RunAsync(observer => Player(observer).PlayAsync(files, cancellation));
        string? index = null;
        try
        {
            index = await WritePagesAsync(root, output, reports, cancellation);
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
            return Interrupted;
        }
        Console.WriteLine("Open  " + index);
        if (server is not null)
            return await ServeAsync(options, server, Player(new PlainProgress(Console.Out)), reports, root, output, cancellation);
        if (options.Open)
            OpenInBrowser(index!);
        if (reports.Any(report => report.Failure is not null && report.Notebook is not null))
            return CellFailed;
        return reports.Any(report => report.Failure is not null) ? CannotPlay : Ok;
    }

    private static async Task<int> ServeAsync(
        PlayerOptions options, CourseServer server, CoursePlayer player, IEnumerable<NotebookReport> reports, string root,
        OutputFolder output,
        CancellationToken cancellation)
    {
        var latest = reports.ToDictionary(report => report.File.SourcePath);
        using var watcher = new NotebookWatcher(Files().Select(file => Path.GetDirectoryName(file.SourcePath)!).Distinct());
        Console.WriteLine("Playing again what you save. Ctrl+C ends it.");
        Show();
        if (options.Open)
            OpenInBrowser(server.Address);
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await ReplayAsync(await watcher.NextAsync(cancellation));
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
        return Ok;

        IEnumerable<NotebookFile> Files() =>
            CourseFolder.Notebooks(root).Concat(latest.Values.Select(report => report.File)).DistinctBy(file => file.SourcePath);

        async Task ReplayAsync(IReadOnlyList<string> saved)
        {
            foreach (var report in await player.PlayAsync([.. Files().Where(file => saved.Contains(file.SourcePath))], cancellation))
            {
                latest[report.File.SourcePath] = report;
                if (report.Failure is not null)
                    Console.WriteLine(FailureText.Of(report.File, report.Failure));
            }
            await WritePagesAsync(root, output, latest.Values, cancellation);
            Show();
        }

        void Show()
        {
            var failed = latest.Values.Where(report => report.Failure is not null).Select(report => report.Notebook is null
                ? $"{report.File.RelativePath} cannot be read: {report.Failure!.Error.Message}"
                : $"{report.File.RelativePath} failed in cell {report.Failure!.Cell?.Number}");
            server.Say(string.Join("\n", failed));
            server.Reload();
        }
    }

    /// <summary>Writes the pages; gives the path of the first.</summary>
    /// <exception cref="OperationCanceledException">The player was interrupted, and there was no time for all of them.</exception>
    private static async Task<string> WritePagesAsync(
        string root, OutputFolder output, IEnumerable<NotebookReport> reports, CancellationToken cancellation)
    {
        using var pages = new CancellationTokenSource();
        using var patience = new CancellationTokenSource();
        await using var farewell = cancellation.Register(() =>
        {
            pages.CancelAfter(Farewell);
            patience.CancelAfter(LastFarewell);
        });
        var book = new CourseBook(CourseFolder.Notebooks(root), output.Path);
        return await Task.Run(() => book.Write(reports, pages.Token), CancellationToken.None).WaitAsync(patience.Token);
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

    private static int Refuse(string message)
    {
        Console.Error.WriteLine(Printable.Text(message));
        return CannotPlay;
    }
}

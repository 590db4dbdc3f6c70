using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using ShallowNet.Player.Kernels;
using ShallowNet.Player.Playing;
using ShallowNet.Player.Serving;

namespace ShallowNet.Player.CommandLine;

/// <summary>The program as the command line sees it.</summary>
internal static class PlayerCommand
{
    public const int Ok = 0, CellFailed = 1, CannotPlay = 2, Interrupted = 130;

    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = PlayerOptions.Command(RunAsync).Parse(args);
        var exitCode = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(20) });
        return parsed.Errors.Count > 0 ? CannotPlay : exitCode;
    }

    private static async Task<int> RunAsync(PlayerOptions options, CancellationToken cancellation)
    {
        var root = CourseFolder.Find();
        if (root is null)
        {
            return Refuse("The course was not found: there is no ShallowNet.sln in this folder or above it. Go to the folder you cloned and try again.");
        }

        var course = CourseFolder.Notebooks(root);
        IReadOnlyList<NotebookFile> files;
        try
        {
            files = NotebookSelection.Find(options.Notebooks, course, Environment.CurrentDirectory);
        }
        catch (ArgumentException e)
        {
            return Refuse(e.Message);
        }

        if (options.ListOnly)
        {
            foreach (var file in files)
            {
                Console.WriteLine(file.RelativePath);
            }

            return Ok;
        }

        var folder = Path.GetFullPath(options.Output ?? Path.Combine(root, "artifacts", "course"));
        try
        {
            using var output = OutputFolder.Open(folder);
            return await PlayAsync(options, files, course, output, cancellation);
        }
        catch (Exception e) when (e is OutputFolderBusyException or KernelStartException)
        {
            return Refuse(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse($"Cannot write to {folder}: {e.Message} Give another folder with --out, or make room or the folder writable.");
        }
    }

    private static async Task<int> PlayAsync(
        PlayerOptions options, IReadOnlyList<NotebookFile> files, IReadOnlyList<NotebookFile> course, OutputFolder output, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var engine = KernelChoice.Engine(options.Kernel, options.Memory);
        CoursePlayer Player(IPlayObserver observer) => new(engine, options.Timeout, output, observer);
        var reports = Console.IsOutputRedirected
            ? await Player(new PlainProgress(Console.Out)).PlayAsync(files, cancellation)
            : await LiveProgress.RunAsync(observer => Player(observer).PlayAsync(files, cancellation));
        var index = CourseBook.Write(reports, course, output.Path);
        Summary.Write(reports, watch.Elapsed, index);
        if (cancellation.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Interrupted: what was played so far has been written.");
            return Interrupted;
        }

        if (options.ServePort is { } port)
        {
            return await ServeAsync(options, port, Player(new PlainProgress(Console.Out)), reports, course, output, cancellation);
        }

        if (options.Open)
        {
            OpenInBrowser(index);
        }

        if (reports.Any(report => report.Failure is not null && report.Notebook is not null))
        {
            return CellFailed;
        }

        return reports.Any(report => report.Failure is not null) ? CannotPlay : Ok;
    }

    private static async Task<int> ServeAsync(
        PlayerOptions options, int port, CoursePlayer player, IReadOnlyList<NotebookReport> reports, IReadOnlyList<NotebookFile> course, OutputFolder output, CancellationToken cancellation)
    {
        var latest = reports.ToDictionary(report => report.File.SourcePath);
        var files = course.Concat(reports.Select(report => report.File)).DistinctBy(file => file.SourcePath).ToArray();
        await ServedCourse.RunAsync(output.Path, port, files.Select(file => Path.GetDirectoryName(file.SourcePath)!).Distinct(), ReplayAsync, Started, cancellation);
        return Ok;

        async Task ReplayAsync(IReadOnlyList<string> saved)
        {
            foreach (var report in await player.PlayAsync([.. files.Where(file => saved.Contains(file.SourcePath))], cancellation))
            {
                latest[report.File.SourcePath] = report;
                if (report.Failure is not null)
                {
                    Console.WriteLine(FailureText.Of(report.File, report.Failure));
                }
            }

            CourseBook.Write([.. latest.Values], course, output.Path);
        }

        void Started(string address)
        {
            Console.WriteLine($"Serving {address} and playing again what you save. Ctrl+C ends it.");
            if (options.Open)
            {
                OpenInBrowser(address);
            }
        }
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
        Console.Error.WriteLine(message);
        return CannotPlay;
    }
}

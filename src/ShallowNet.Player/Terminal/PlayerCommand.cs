using System.CommandLine;
using System.Globalization;
using ShallowNet.Player.Engine;
using ShallowNet.Player.Playing;

namespace ShallowNet.Player.Terminal;

/// <summary>The command line of the player.</summary>
internal static class PlayerCommand
{
    public const int Ok = 0, CellFailed = 1, CannotPlay = 2, Interrupted = 130;

    public static Task<int> RunAsync(string[] args)
    {
        var notebooks = new Argument<string[]>("notebooks") { Description = "Notebooks to play: paths or globs; none plays all of the course.", Arity = ArgumentArity.ZeroOrMore };
        var output = new Option<string?>("--out") { Description = "Folder for the executed notebooks and the pages [default: artifacts/course].", HelpName = "folder" };
        var timeout = new Option<double>("--timeout") { Description = "Seconds a cell may run.", DefaultValueFactory = _ => 120, HelpName = "seconds" };
        var kernel = new Option<string>("--kernel")
        {
            Description = $"What runs the cells: {KernelChoice.Embedded}, or an installed .NET Interactive ({KernelChoice.Interactive}, found on PATH, or {KernelChoice.Interactive}=path).",
            DefaultValueFactory = _ => KernelChoice.Embedded,
            HelpName = "engine",
        };
        var list = new Option<bool>("--list") { Description = "List the notebooks and play nothing." };
        var root = new RootCommand("Plays the course's notebooks and writes them as web pages.") { notebooks, output, timeout, kernel, list };
        root.SetAction((result, cancellation) => PlayAsync(
            result.GetValue(notebooks) ?? [], result.GetValue(output), TimeSpan.FromSeconds(result.GetValue(timeout)), result.GetValue(kernel)!, result.GetValue(list), cancellation));
        return root.Parse(args).InvokeAsync();
    }

    private static async Task<int> PlayAsync(string[] patterns, string? output, TimeSpan timeout, string kernel, bool listOnly, CancellationToken cancellation)
    {
        var root = CourseFolder.Find();
        if (root is null)
            return Refuse("The course was not found: no ShallowNet.sln in this folder or above it. Go to the folder you cloned, then try again.");
        var course = CourseFolder.Notebooks(root);
        var files = patterns.Length == 0 ? course : [.. patterns.Select(p => Path.GetFullPath(p)).Select(p => course.FirstOrDefault(f => f.SourcePath == p) ?? new NotebookFile(p, Path.GetFileName(p)))];
        if (listOnly)
        {
            foreach (var file in files)
                Console.WriteLine(file.RelativePath);
            return Ok;
        }

        var folder = Path.GetFullPath(output ?? Path.Combine(root, "artifacts", "course"));
        try
        {
            var player = new CoursePlayer(KernelChoice.Engine(kernel), timeout, folder, new PlainProgress(Console.Out));
            var reports = await player.PlayAsync(files, cancellation);
            var index = player.WriteBook(reports);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{reports.Count} notebooks, {reports.Sum(r => r.Played)} cells, {reports.Sum(r => r.Charts)} charts. Open {index}"));
            return reports.Any(r => r.Failure is not null) ? CellFailed : Ok;
        }
        catch (KernelStartException e)
        {
            return Refuse(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse($"Cannot write to {folder}: {e.Message}");
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Interrupted.");
            return Interrupted;
        }
    }

    private static int Refuse(string message)
    {
        Console.Error.WriteLine(message);
        return CannotPlay;
    }
}

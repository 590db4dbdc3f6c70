using System.CommandLine;

namespace ShallowNet.Player.CommandLine;

internal static class PlayerCommand
{
    public const int Ok = 0, CellFailed = 1, CannotPlay = 2, Interrupted = 130;

    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = PlayerOptions.Command(RunAsync).Parse(args);
        var exitCode = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(5) });
        return parsed.Errors.Count > 0 ? CannotPlay : exitCode;
    }

    private static async Task<int> RunAsync(PlayerOptions options, CancellationToken cancellation)
    {
        if (CourseFolder.Find() is not { } root)
        {
            return Refuse("The course was not found: there is no ShallowNet.sln in this folder or above it. Go to the folder you cloned "
                + "and try again.");
        }
        var folder = Path.GetFullPath(options.Output ?? Path.Combine(root, "artifacts", "course"));
        try
        {
            var files = NotebookSelection.Find(options.Notebooks, CourseFolder.Notebooks(root), Environment.CurrentDirectory);
            if (options.ListOnly)
            {
                foreach (var file in files)
                    Console.WriteLine(Printable.Line(file.RelativePath));
                return Ok;
            }
            using var hold = OutputFolder.Open(folder);
            await using var server = options.ServePort is { } port ? await CourseServer.StartAsync(folder, port) : null;
            return await new CourseRun(options, root, folder, server, cancellation).PlayAsync(files);
        }
        catch (Exception e) when (e is CannotPlayException or KernelStartException)
        {
            return Refuse(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse($"Cannot write to {folder}: {e.Message} Give another folder with --out, or make room or the folder writable.");
        }
    }

    private static int Refuse(string message)
    {
        Console.Error.WriteLine(Printable.Text(message));
        return CannotPlay;
    }
}

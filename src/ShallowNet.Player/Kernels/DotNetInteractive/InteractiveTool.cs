namespace ShallowNet.Player.Kernels.DotNetInteractive;

/// <summary>An installed .NET Interactive: the program to start, and what comes before the tool's own arguments.</summary>
internal sealed record InteractiveTool(string Program, IReadOnlyList<string> Arguments)
{
    public const string Command = "dotnet-interactive";

    /// <summary>Finds an executable, or a dll that dotnet runs; null looks for the command on PATH.</summary>
    /// <exception cref="KernelStartException">It is not there; the message says what to do.</exception>
    public static InteractiveTool Find(string? path)
    {
        if (path is null)
        {
            return FindIn(Environment.GetEnvironmentVariable("PATH") ?? "") ?? throw new KernelStartException(
                $"{Command} was not found on PATH. Install .NET Interactive, or say where it is: --kernel {Command}=path, where path is "
                    + "its executable or dll.");
        }
        var full = Path.GetFullPath(path);
        if (!File.Exists(full))
        {
            throw new KernelStartException(
                $"There is no file {full}. Give the path of the {Command} executable, or of the dll that dotnet runs.");
        }
        var isDll = Path.GetExtension(full).Equals(".dll", StringComparison.OrdinalIgnoreCase);
        return isDll ? new(DotnetHost.Path, [full]) : new(full, []);
    }

    public override string ToString() => string.Join(' ', [Program, .. Arguments]);

    /// <summary>Finds the command in the folders of a search path; null if none has it.</summary>
    internal static InteractiveTool? FindIn(string searchPath) =>
        searchPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? Command + ".exe" : Command))
            .FirstOrDefault(File.Exists) is { } found ? new(found, []) : null;
}

namespace ShallowNet.Player.Processes;

/// <summary>Ends a process that runs cells, with everything its cells started. Outside Windows these are one group of the system, which is
/// ended at one instant: nobody can start one more process meanwhile, as can happen while processes are looked for one by one.</summary>
internal static class ProcessTree
{
    /// <summary>Environment variable that every process of one kernel inherits; its value names the kernel.</summary>
    public const string MarkerVariable = "SHALLOWNET_PLAYER_HOST";

    private const int Sigkill = 9;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Makes this process the first of a group of its own.</summary>
    public static void BeginGroup()
    {
        if (!OperatingSystem.IsWindows())
            _ = SetGroup(0, 0);
    }

    /// <summary>Ends the process, its group, its descendants, and (on Linux) those that left the tree but still carry the marker.</summary>
    public static void Kill(Process process, string marker)
    {
        KillGroup(process.Id);
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended already.
        }
        KillMarked(marker);
    }

    public static void KillSelf()
    {
        if (Environment.GetEnvironmentVariable(MarkerVariable) is { } marker)
            KillMarked(marker);
        KillGroup(Environment.ProcessId);
        Process.GetCurrentProcess().Kill();
    }

    /// <summary>Ends the group that a process began; nothing happens if it began none, or if it is over.</summary>
    private static void KillGroup(int first)
    {
        if (!OperatingSystem.IsWindows())
            _ = SendSignal(-first, Sigkill);
    }

    /// <summary>Ends every other process whose environment carries the marker, until there is none.</summary>
    private static void KillMarked(string marker)
    {
        if (!OperatingSystem.IsLinux())
            return;
        var wanted = Encoding.UTF8.GetBytes($"{MarkerVariable}={marker}\0");
        // A cell may start processes faster than they can be found: what is in the kernel's group ends with that.
        var watch = Stopwatch.StartNew();
        var folders = Directory.EnumerateDirectories("/proc").TakeWhile(_ => watch.Elapsed < Patience);
        for (var ended = 1; ended > 0;)
            ended = folders.Count(folder => TryKill(folder, wanted));
    }

    private static bool TryKill(string folder, byte[] wanted)
    {
        try
        {
            var isProcess = int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id);
            if (!isProcess || id == Environment.ProcessId || File.ReadAllBytes(folder + "/environ").AsSpan().IndexOf(wanted) < 0)
                return false;
            using var process = Process.GetProcessById(id);
            process.Kill();
            return true;
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException or Win32Exception)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "setpgid"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetGroup(int process, int group);

    [DllImport("libc", EntryPoint = "kill"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int process, int signal);
}

namespace ShallowNet.Player.Processes;

/// <summary>
/// A kernel host and what its cells start, as one group of the system (not on Windows). A group is ended at one instant: nobody can start
/// one more process meanwhile, as can happen while processes are looked for one by one.
/// </summary>
internal static class ProcessGroup
{
    private const int Sigkill = 9;

    /// <summary>Makes this process the first of a group of its own.</summary>
    public static void Begin()
    {
        if (!OperatingSystem.IsWindows())
            _ = SetGroup(0, 0);
    }

    /// <summary>Ends the group that a process began; nothing happens if it began none, or if it is over.</summary>
    public static void Kill(int first)
    {
        if (!OperatingSystem.IsWindows())
            _ = SendSignal(-first, Sigkill);
    }

    [DllImport("libc", EntryPoint = "setpgid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetGroup(int process, int group);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int process, int signal);
}

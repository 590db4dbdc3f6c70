namespace ShallowNet.Player.Processes;

/// <summary>Says in words why a process that ran cells ended.</summary>
internal static class ExitReason
{
    private const int SignalBase = 128;
    private const int WindowsStackOverflow = unchecked((int)0xC00000FD), WindowsAccessViolation = unchecked((int)0xC0000005),
        WindowsException = unchecked((int)0xE0434352), WindowsFailFast = unchecked((int)0x80131623);

    private static readonly (int Number, string Name)[] Signals =
    [
        (1, "SIGHUP"), (2, "SIGINT"), (3, "SIGQUIT"), (6, "SIGABRT"), (7, "SIGBUS"), (8, "SIGFPE"), (11, "SIGSEGV"), (13, "SIGPIPE"),
        (15, "SIGTERM"),
    ];

    public static string Describe(int exitCode, IReadOnlyCollection<string> lastWords)
    {
        bool Said(string words) => lastWords.Any(line => line.Contains(words, StringComparison.OrdinalIgnoreCase));
        return exitCode switch
        {
            _ when Said("Stack overflow") || exitCode == WindowsStackOverflow =>
                "a stack overflow (a method that calls itself without end?)",
            134 or WindowsException or WindowsFailFast when Said("Unhandled exception") => "an exception on a background thread",
            134 or WindowsFailFast when Said("Process terminated") => "Environment.FailFast",
            134 when Said("Out of memory") => "no memory was left; --memory gives a notebook more",
            134 or 135 or 136 or 139 or WindowsAccessViolation => Invariant($"a crash in native code ({Name(exitCode)})"),
            137 => "the system or a command ended it (SIGKILL; out of memory?)",
            > SignalBase and < SignalBase + 32 => Invariant($"it was ended by {Name(exitCode)}"),
            _ => Invariant($"exit code {exitCode} (Environment.Exit?)"),
        };
    }

    /// <summary>Whether the runtime said that it found no memory, on whatever thread that was.</summary>
    public static bool IsOutOfMemory(IReadOnlyCollection<string> lastWords) => lastWords.Any(line =>
        line.Contains("Out of memory", StringComparison.OrdinalIgnoreCase) || line.Contains("OutOfMemory", StringComparison.Ordinal));

    private static string Name(int exitCode) => exitCode == WindowsAccessViolation ? Invariant($"0x{exitCode:X8}")
        : Signals.FirstOrDefault(signal => signal.Number == exitCode - SignalBase).Name ?? Invariant($"signal {exitCode - SignalBase}");
}

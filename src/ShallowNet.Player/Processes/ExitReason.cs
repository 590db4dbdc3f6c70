using System.Globalization;

namespace ShallowNet.Player.Processes;

/// <summary>Says in words why a process that ran cells ended.</summary>
internal static class ExitReason
{
    /// <summary>The reason, as far as the exit code and the last words tell it.</summary>
    public static string Describe(int exitCode, IEnumerable<string> lastWords) => exitCode switch
    {
        134 when lastWords.Any(line => line.Contains("Stack overflow", StringComparison.Ordinal)) => "a stack overflow (a method that calls itself without end?)",
        134 => "a crash (an exception on a background thread, or FailFast)",
        137 => "the system ended it (out of memory?)",
        139 => "a crash in native code",
        _ => $"exit code {exitCode.ToString(CultureInfo.InvariantCulture)} (Environment.Exit?)",
    };
}

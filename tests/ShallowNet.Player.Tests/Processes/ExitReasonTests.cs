using ShallowNet.Player.Processes;

namespace ShallowNet.Player.Tests.Processes;

public sealed class ExitReasonTests
{
    [Theory]
    [InlineData(3, "", "exit code 3 (Environment.Exit?)")]
    [InlineData(129, "", "it was ended by SIGHUP")]
    [InlineData(143, "", "it was ended by SIGTERM")]
    [InlineData(137, "", "the system or a command ended it (SIGKILL; out of memory?)")]
    [InlineData(139, "", "a crash in native code (SIGSEGV)")]
    [InlineData(134, "", "a crash in native code (SIGABRT)")]
    [InlineData(134, "Unhandled exception. System.Exception: no", "an exception on a background thread")]
    [InlineData(134, "Process terminated. over and out", "Environment.FailFast")]
    [InlineData(134, "Out of memory.", "no memory was left; --memory gives a notebook more")]
    [InlineData(134, "Stack overflow.", "a stack overflow (a method that calls itself without end?)")]
    [InlineData(unchecked((int)0xC00000FD), "", "a stack overflow (a method that calls itself without end?)")]
    [InlineData(unchecked((int)0xC0000005), "", "a crash in native code (0xC0000005)")]
    [InlineData(unchecked((int)0xE0434352), "Unhandled exception. System.Exception: no", "an exception on a background thread")]
    public void Describe_ExitCodeAndLastWords_NamesTheReason(int exitCode, string lastWords, string reason) =>
        Assert.Equal(reason, ExitReason.Describe(exitCode, [lastWords]));

    [Theory]
    [InlineData("Out of memory.", true)]
    [InlineData("Unhandled exception. System.OutOfMemoryException: Exception of type 'System.OutOfMemoryException' was thrown.", true)]
    [InlineData("Stack overflow.", false)]
    [InlineData("Unhandled exception. System.Exception: from behind", false)]
    public void IsOutOfMemory_LastWords_IsTrueOnlyWhereNoMemoryWasLeft(string lastWords, bool expected) =>
        Assert.Equal(expected, ExitReason.IsOutOfMemory([lastWords]));
}

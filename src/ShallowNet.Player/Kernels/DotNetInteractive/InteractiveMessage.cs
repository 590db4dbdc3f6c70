namespace ShallowNet.Player.Kernels.DotNetInteractive;

/// <summary>The JSON lines of <c>dotnet-interactive stdio</c>: commands, and events that name the token of their command.</summary>
internal static class InteractiveMessage
{
    /// <summary>The command that ends the tool.</summary>
    public static byte[] Quit() => Line(new { token = "quit", commandType = "Quit", command = new { } });

    /// <summary>The command that runs code in the kernel of a language, such as "csharp".</summary>
    public static byte[] SubmitCode(string token, string kernel, string code) =>
        Line(new { token, commandType = "SubmitCode", command = new { code, targetKernelName = kernel } });

    /// <summary>The event of a line; null where there is none. Text before it, written without a line end, is passed over.</summary>
    public static InteractiveEvent? Read(string line)
    {
        const string begin = "{\"event\":";
        for (var i = line.IndexOf(begin, StringComparison.Ordinal); i >= 0; i = line.IndexOf(begin, i + 1, StringComparison.Ordinal))
        {
            try
            {
                var read = JsonSerializer.Deserialize<InteractiveEvent>(line.AsSpan(i), JsonSerializerOptions.Web);
                return read?.EventType is null ? null : read;
            }
            catch (JsonException)
            {
                // Looks like an event, but is none.
            }
        }
        return null;
    }

    private static byte[] Line<T>(T command) => [.. JsonSerializer.SerializeToUtf8Bytes(command), (byte)'\n'];
}

namespace ShallowNet.Player.Kernels.DotNetInteractive;

/// <summary>
/// The JSON lines that <c>dotnet-interactive stdio</c> reads and writes. Commands go to its standard input, events come from its standard
/// output; an event names the command it belongs to by that command's token.
/// </summary>
internal static class InteractiveMessage
{
    /// <summary>The command that ends the tool.</summary>
    public static byte[] Quit() => Line(new { token = "quit", commandType = "Quit", command = new { } });

    /// <summary>The command that runs a cell.</summary>
    /// <param name="token">Comes back in every event about this command.</param>
    /// <param name="kernel">Name of the kernel for the cell's language, for example "csharp".</param>
    /// <param name="code">The cell's text.</param>
    public static byte[] SubmitCode(string token, string kernel, string code) =>
        Line(new { token, commandType = "SubmitCode", command = new { code, targetKernelName = kernel } });

    /// <summary>Reads an event; null where the line holds none, such as a greeting or the output of a native library.</summary>
    /// <remarks>Text without a line end that was written before the event stands in the same line: it is passed over.</remarks>
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

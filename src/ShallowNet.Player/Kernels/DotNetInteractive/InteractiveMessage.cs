namespace ShallowNet.Player.Kernels.DotNetInteractive;

/// <summary>
/// The JSON lines that <c>dotnet-interactive stdio</c> reads and writes. Commands go to its standard input, events come from its standard
/// output; an event names the command it belongs to by that command's token.
/// </summary>
internal static class InteractiveMessage
{
    /// <summary>The command that runs a cell.</summary>
    /// <param name="token">Comes back in every event about this command.</param>
    /// <param name="kernel">Name of the kernel for the cell's language, for example "csharp".</param>
    /// <param name="code">The cell's text.</param>
    public static string SubmitCode(string token, string kernel, string code) =>
        Serialize(new InteractiveCommand(token, "SubmitCode", new(code, kernel)));

    /// <summary>The command that ends the tool.</summary>
    public static string Quit() => Serialize(new InteractiveCommand("quit", "Quit", new(null, null)));

    /// <summary>Reads an event; null where the line holds none, such as a greeting or the output of a native library.</summary>
    /// <remarks>Text without a line end that was written before the event stands in the same line: it is passed over.</remarks>
    public static InteractiveEvent? Read(string line)
    {
        for (var start = line.IndexOf('{'); start >= 0; start = line.IndexOf('{', start + 1))
        {
            if (!line.AsSpan(start).StartsWith("{\"event\":"))
                continue;
            try
            {
                var read = JsonSerializer.Deserialize(line.AsSpan(start), InteractiveJson.Default.InteractiveEvent);
                return read?.EventType is null ? null : read;
            }
            catch (JsonException)
            {
                // Looks like an event, but is none.
            }
        }
        return null;
    }

    private static string Serialize(InteractiveCommand command) =>
        JsonSerializer.Serialize(command, InteractiveJson.Default.InteractiveCommand);
}

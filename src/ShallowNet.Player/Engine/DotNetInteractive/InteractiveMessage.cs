using System.Text.Json;
using System.Text.Json.Serialization;

namespace ShallowNet.Player.Engine.DotNetInteractive;

/// <summary>
/// The JSON lines that <c>dotnet-interactive stdio</c> reads and writes. Commands go to its standard input, events come from its
/// standard output; an event names the command it belongs to by that command's token.
/// </summary>
internal static class InteractiveMessage
{
    /// <summary>The command that runs a cell.</summary>
    /// <param name="token">Comes back in every event about this command.</param>
    /// <param name="kernel">Name of the kernel for the cell's language, for example "csharp".</param>
    /// <param name="code">The cell's text.</param>
    public static string SubmitCode(string token, string kernel, string code) =>
        Serialize(new InteractiveCommand(token, "SubmitCode", new InteractiveCommandBody(code, kernel)));

    /// <summary>The command that ends the tool.</summary>
    public static string Quit() => Serialize(new InteractiveCommand("quit", "Quit", new InteractiveCommandBody(null, null)));

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

    private static string Serialize(InteractiveCommand command) => JsonSerializer.Serialize(command, InteractiveJson.Default.InteractiveCommand);
}

/// <summary>A command: its name and what it needs.</summary>
internal sealed record InteractiveCommand(string Token, string CommandType, InteractiveCommandBody? Command);

/// <summary>What commands carry.</summary>
internal sealed record InteractiveCommandBody(string? Code, string? TargetKernelName);

/// <summary>An event: its name, what it says, and the command it belongs to.</summary>
internal sealed record InteractiveEvent(string? EventType, InteractiveEventBody? Event, InteractiveEventSource? Command)
{
    public const string KernelReady = "KernelReady", Returned = "ReturnValueProduced", Displayed = "DisplayedValueProduced",
        Updated = "DisplayedValueUpdated", Output = "StandardOutputValueProduced", ErrorOutput = "StandardErrorValueProduced",
        Diagnosed = "DiagnosticsProduced", Error = "ErrorProduced", Failed = "CommandFailed", Succeeded = "CommandSucceeded";

    /// <summary>Whether the command of this token has ended. Commands that it was split into carry longer tokens.</summary>
    public bool Ends(string token) => EventType is Failed or Succeeded && Command?.Token == token;
}

/// <summary>What the events that the player reads carry; each has its own part of this.</summary>
internal sealed record InteractiveEventBody(string? Message, string? ValueId, InteractiveValue[]? FormattedValues, InteractiveDiagnostic[]? Diagnostics);

/// <summary>The command of an event.</summary>
internal sealed record InteractiveEventSource(string? Token);

/// <summary>A value in one MIME type.</summary>
internal sealed record InteractiveValue(string MimeType, string? Value, bool SuppressDisplay);

/// <summary>What the compiler has to say; the position counts lines and characters of the whole cell from 0.</summary>
internal sealed record InteractiveDiagnostic(InteractiveSpan? LinePositionSpan, string? Severity, string? Code, string? Message);

/// <summary>A part of a cell's text.</summary>
internal sealed record InteractiveSpan(InteractivePosition Start);

/// <summary>A place in a cell's text.</summary>
internal readonly record struct InteractivePosition(int Line, int Character);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InteractiveCommand))]
[JsonSerializable(typeof(InteractiveEvent))]
internal sealed partial class InteractiveJson : JsonSerializerContext;

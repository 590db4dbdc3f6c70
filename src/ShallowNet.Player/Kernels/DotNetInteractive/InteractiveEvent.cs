namespace ShallowNet.Player.Kernels.DotNetInteractive;

/// <summary>An event: its name, what it says, and the command it belongs to.</summary>
internal sealed record InteractiveEvent(string? EventType, InteractiveEvent.Body? Event, InteractiveEvent.Source? Command)
{
    public const string KernelReady = "KernelReady", Returned = "ReturnValueProduced", Displayed = "DisplayedValueProduced",
        Updated = "DisplayedValueUpdated", Output = "StandardOutputValueProduced", ErrorOutput = "StandardErrorValueProduced",
        Diagnosed = "DiagnosticsProduced", Error = "ErrorProduced", Failed = "CommandFailed", Succeeded = "CommandSucceeded";

    /// <summary>Whether the command of this token has ended. Commands that it was split into carry longer tokens.</summary>
    public bool Ends(string token) => EventType is Failed or Succeeded && Command?.Token == token;

    /// <summary>What the events that the player reads carry; each has its own part of this.</summary>
    internal sealed record Body(string? Message, string? ValueId, FormattedValue[]? FormattedValues, Diagnostic[]? Diagnostics);

    /// <summary>The command of an event.</summary>
    internal sealed record Source(string? Token);

    /// <summary>A value in one MIME type.</summary>
    internal sealed record FormattedValue(string MimeType, string? Value, bool SuppressDisplay);

    /// <summary>What the compiler has to say; the position counts lines and characters of the whole cell from 0.</summary>
    internal sealed record Diagnostic(Span? LinePositionSpan, string? Severity, string? Code, string? Message);

    /// <summary>A part of a cell's text.</summary>
    internal sealed record Span(Position Start);

    /// <summary>A place in a cell's text.</summary>
    internal readonly record struct Position(int Line, int Character);
}

namespace ShallowNet.Player.Kernels.DotNetInteractive;

/// <summary>An event: its name, what it says, and the command it belongs to.</summary>
internal sealed record InteractiveEvent(string? EventType, InteractiveEvent.Body? Event, InteractiveEvent.Source? Command)
{
    public const string KernelReady = "KernelReady", Returned = "ReturnValueProduced", Displayed = "DisplayedValueProduced",
        Updated = "DisplayedValueUpdated", Output = "StandardOutputValueProduced", ErrorOutput = "StandardErrorValueProduced",
        Diagnosed = "DiagnosticsProduced", Error = "ErrorProduced", Failed = "CommandFailed", Succeeded = "CommandSucceeded";

    /// <summary>Whether the command of a token has ended, or with null the start. The parts of a command carry longer tokens.</summary>
    public bool Ends(string? token) =>
        token is null ? EventType is KernelReady : EventType is Failed or Succeeded && Command?.Token == token;

    /// <summary>What the events that the player reads carry; each has its own part of this.</summary>
    internal sealed record Body(string? Message, string? ValueId, FormattedValue[]? FormattedValues, Diagnostic[]? Diagnostics);

    internal sealed record Source(string? Token);

    /// <summary>A value in one MIME type.</summary>
    internal sealed record FormattedValue(string MimeType, string? Value, bool SuppressDisplay);

    /// <summary>What the compiler has to say.</summary>
    internal sealed record Diagnostic(Span? LinePositionSpan, string? Severity, string? Code, string? Message)
    {
        /// <summary>Line and character of the whole cell, both from 0.</summary>
        public (int Line, int Character) Place => (LinePositionSpan?.Start.Line ?? 0, LinePositionSpan?.Start.Character ?? 0);
    }

    internal sealed record Span(Position Start);

    internal readonly record struct Position(int Line, int Character);
}

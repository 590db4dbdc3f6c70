namespace ShallowNet.Player.Kernels.DotNetInteractive;

/// <summary>Gathers what .NET Interactive reports while a cell runs, and says in the end why it failed.</summary>
internal sealed partial class InteractiveErrors
{
    private readonly List<InteractiveEvent.Diagnostic> _diagnostics = [];
    private string? _message;

    public void Add(InteractiveEvent report)
    {
        if (report.EventType == InteractiveEvent.Diagnosed)
            _diagnostics.AddRange((report.Event?.Diagnostics ?? []).Where(d => d.Severity == "error" && !_diagnostics.Contains(d)));
        else
            _message = Text(report.Event);
    }

    /// <summary>Why the cell failed, given the event that ended it; null if it did not.</summary>
    public CellFailure? Failure(InteractiveEvent end)
    {
        if (end.EventType == InteractiveEvent.Succeeded && _message is null)
            return null;
        var message = (Text(end.Event) is { Length: > 0 } text ? text : _message ?? "").ReplaceLineEndings("\n");
        return _diagnostics.Count > 0 ? Compilation() : Exception(message);
    }

    private static string? Text(InteractiveEvent.Body? body) => body?.Message ?? body?.FormattedValues?.FirstOrDefault()?.Value;

    private CellFailure Compilation()
    {
        var errors = _diagnostics.OrderBy(d => Position(d).Line).ThenBy(d => Position(d).Character).ToArray();
        var first = Position(errors[0]);
        var lines = errors.Select(d => Invariant($"({Position(d).Line + 1},{Position(d).Character + 1}): error {d.Code}: {d.Message}"));
        return new CellFailure("CompilationError", string.Join('\n', lines), first.Line + 1, first.Character + 1, []);
    }

    /// <summary>The kernel runs cells without debug information: where an exception was thrown is not known to the line.</summary>
    private static CellFailure Exception(string message)
    {
        var parts = ExceptionText().Match(message);
        return parts.Success
            ? new CellFailure(parts.Groups["type"].Value, parts.Groups["message"].Value, null, null, message.Split('\n'))
            : new CellFailure("CommandFailed", message, null, null, []);
    }

    private static InteractiveEvent.Position Position(InteractiveEvent.Diagnostic diagnostic) =>
        diagnostic.LinePositionSpan?.Start ?? default;

    /// <summary>What Exception.ToString() gives: type, message, then inner exceptions and the stack.</summary>
    [GeneratedRegex(@"^(?<type>[\w.+#`]*Exception[\w.+#`]*): (?<message>.*?)(?=\n   at |\n ---> |\n--- End of |\z)", RegexOptions.Singleline)]
    private static partial Regex ExceptionText();
}

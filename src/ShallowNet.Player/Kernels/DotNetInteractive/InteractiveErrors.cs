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
            _message = Text(report);
    }

    /// <summary>Why the cell failed, given the event that ended it; null if it did not.</summary>
    public CellFailure? Failure(InteractiveEvent end)
    {
        if (end.EventType is InteractiveEvent.Succeeded or InteractiveEvent.KernelReady && _message is null)
            return null;
        if (_diagnostics.Count > 0)
        {
            var errors = _diagnostics.OrderBy(d => d.Place).ToArray();
            var lines = errors.Select(d => Invariant($"({d.Place.Line + 1},{d.Place.Character + 1}): error {d.Code}: {d.Message}"));
            return new("CompilationError", string.Join('\n', lines), errors[0].Place.Line + 1, errors[0].Place.Character + 1, []);
        }
        // The kernel runs cells without debug information: where an exception was thrown is not known to the line.
        var message = (Text(end) is { Length: > 0 } text ? text : _message ?? "").ReplaceLineEndings("\n");
        return ExceptionText.Match(message) is { Success: true } parts
            ? new(parts.Groups["type"].Value, parts.Groups["message"].Value, null, null, message.Split('\n'))
            : new("CommandFailed", message, null, null, []);
    }

    private static string? Text(InteractiveEvent report) => report.Event?.Message ?? report.Event?.FormattedValues?.FirstOrDefault()?.Value;

    /// <summary>What Exception.ToString() gives: type, message, then inner exceptions and the stack.</summary>
    [GeneratedRegex(@"^(?<type>[\w.+#`]*Exception[\w.+#`]*): (?<message>.*?)(?=\n   at |\n ---> |\n--- End of |\z)", RegexOptions.Singleline)]
    private static partial Regex ExceptionText { get; }
}

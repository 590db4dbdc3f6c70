namespace ShallowNet.Player.CommandLine;

/// <summary>Writes a failure for the reader of a terminal: notebook, cell, line, the line itself, the error.</summary>
internal static class FailureText
{
    private const int MaxTraceback = 8;

    public static string Of(NotebookFile file, NotebookFailure failure)
    {
        var (cell, error) = failure;
        var text = new StringBuilder(Printable.Line(file.RelativePath));
        if (cell is not null)
            text.Append(Invariant($", cell {cell.Number}"));
        if (cell is not null && error.Line is { } line)
        {
            text.Append(Invariant($", line {line}"));
            if (cell.Source.ReplaceLineEndings("\n").Split('\n').ElementAtOrDefault(line - 1) is { } code)
            {
                text.Append(Invariant($"\n  {line,4} | {code.Replace('\t', ' ')}"));
                if (error.Column is { } column && column <= code.Length + 1)
                    text.Append("\n       | ").Append(' ', column - 1).Append('^');
            }
        }
        text.Append(Invariant($"\n  {error.Name}: {error.Message.ReplaceLineEndings("\n  ")}"));
        foreach (var trace in error.Traceback.Where(trace => !trace.EndsWith(error.Message, StringComparison.Ordinal)).Take(MaxTraceback))
            text.Append("\n  ").Append(trace.TrimEnd());
        return Printable.Text(text.ToString());
    }
}

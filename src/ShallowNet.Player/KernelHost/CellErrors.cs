using Microsoft.CodeAnalysis;

namespace ShallowNet.Player.KernelHost;

/// <summary>Says what went wrong in a cell, and in which line of it.</summary>
internal static partial class CellErrors
{
    private const string Prefix = "cell ";

    /// <summary>The name under which the compiler knows a cell.</summary>
    public static string FileName(int cell) => Invariant($"{Prefix}{cell}");

    /// <summary>The compiler's errors; the place is that of the first.</summary>
    public static CellException Compilation(ImmutableArray<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).OrderBy(d => d.Location.SourceSpan.Start).ToArray();
        var place = errors[0].Location.GetLineSpan().StartLinePosition;
        return new CellException("CompilationError", string.Join('\n', errors.Select(Line)), place.Line + 1, place.Character + 1);
    }

    /// <summary>What ended a cell: an exception that it threw, or what kept it from being run.</summary>
    public static CellFailure Describe(Exception exception, int cell)
    {
        if (exception is CellException e)
            return e.Failure;
        if (exception is TargetInvocationException { InnerException: { } inner })
            exception = inner;
        var frames = new StackTrace(exception, fNeedFileInfo: true).GetFrames()
            .ToLookup(frame => Path.GetFileName(frame.GetFileName()) ?? "", StringComparer.Ordinal);
        var here = frames[FileName(cell)].FirstOrDefault()
            ?? frames.FirstOrDefault(file => file.Key.StartsWith(Prefix, StringComparison.Ordinal))?.First();
        return new(exception.GetType().FullName!,
            exception.Message + (exception is OutOfMemoryException ? " --memory gives a notebook more." : ""),
            here?.GetFileLineNumber(), here?.GetFileColumnNumber(),
            [.. exception.ToString().ReplaceLineEndings("\n").Split('\n').TakeWhile(line => !OwnFrame.IsMatch(line)).Select(Readable)]);
    }

    /// <summary>"in /folder/cell 5:line 1" becomes "in cell 5, line 1"; the compiler's names for a cell's code are dropped.</summary>
    private static string Readable(string line) =>
        GeneratedNames.Replace(Place.Replace(line, " in $1, line $2"), "").Replace("at  in ", "at ", StringComparison.Ordinal);

    private static string Line(Diagnostic error)
    {
        var position = error.Location.GetLineSpan().StartLinePosition;
        var hint = error.Id == "CS0006" ? " Build first (dotnet build -c Release), then play again." : "";
        var message = error.GetMessage(CultureInfo.InvariantCulture);
        return Invariant($"({position.Line + 1},{position.Character + 1}): error {error.Id}: {message}{hint}");
    }

    [GeneratedRegex(@"^   at ShallowNet\.Player\.|^--- End of stack trace")] private static partial Regex OwnFrame { get; }
    [GeneratedRegex(@" in [^\n]*?(cell \d+|imported [^/\\]+):line (\d+)$")] private static partial Regex Place { get; }
    [GeneratedRegex(@"Submission#\d+\.(<<Initialize>>d__\d+\.MoveNext\(\))?")] private static partial Regex GeneratedNames { get; }
}

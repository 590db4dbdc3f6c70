using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using ShallowNet.Player.Engine;

namespace ShallowNet.Player.Worker;

/// <summary>Says what went wrong in a cell, and in which line of it.</summary>
internal static class CellErrors
{
    private const string Prefix = "cell ";

    /// <summary>The name under which the compiler knows a cell.</summary>
    public static string FileName(int cell) => Prefix + cell.ToString(CultureInfo.InvariantCulture);

    /// <summary>The compiler's errors; the place is that of the first.</summary>
    public static CellException Compilation(ImmutableArray<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).OrderBy(d => d.Location.SourceSpan.Start).ToArray();
        var place = errors[0].Location.IsInSource ? errors[0].Location.GetLineSpan().StartLinePosition : default;
        return new CellException("CompilationError", string.Join('\n', errors.Select(Line)), place.Line + 1, place.Character + 1);
    }

    /// <summary>An exception that a cell threw.</summary>
    public static WorkerMessage Describe(Exception exception, int cell)
    {
        if (exception is TargetInvocationException { InnerException: { } inner })
            exception = inner;
        var frames = new StackTrace(exception, fNeedFileInfo: true).GetFrames().Where(f => Path.GetFileName(f.GetFileName())?.StartsWith(Prefix, StringComparison.Ordinal) == true).ToArray();
        var here = frames.FirstOrDefault(f => Path.GetFileName(f.GetFileName()) == FileName(cell)) ?? frames.FirstOrDefault();
        var text = exception.ToString().ReplaceLineEndings("\n").Split('\n');
        return new WorkerMessage(WorkerMessage.Error)
        {
            Name = exception.GetType().FullName,
            Value = exception.Message,
            Line = here?.GetFileLineNumber(),
            Column = here?.GetFileColumnNumber(),
            Traceback = text,
        };
    }

    private static string Line(Diagnostic error)
    {
        var position = error.Location.GetLineSpan().StartLinePosition;
        return string.Create(CultureInfo.InvariantCulture, $"({position.Line + 1},{position.Character + 1}): error {error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}");
    }
}

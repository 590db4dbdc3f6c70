using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ShallowNet.Player.KernelHost;

/// <summary>Takes out of a cell what is meant for the host and not for the compiler.</summary>
internal static partial class Directives
{
    /// <summary>Gives the code in parts that end where a file is imported, those lines blanked (line numbers stay).</summary>
    /// <exception cref="CellException">A directive that the player does not know.</exception>
    public static IReadOnlyList<Part> Read(string code, CSharpParseOptions options)
    {
        List<Part> parts = [];
        List<PackageRequest> packages = [];
        var (kept, begin) = (code.ToCharArray(), 0);
        foreach (var trivia in CSharpSyntaxTree.ParseText(code, options).GetRoot().DescendantTrivia(descendIntoTrivia: true))
        {
            var text = trivia.ToString().Trim();
            var line = trivia.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
            Import? import = null;
            if (trivia.IsDirective && Nuget.Match(text) is { Success: true } nuget)
                packages.Add(Request(nuget.Groups["what"].Value, line));
            else if (trivia.GetStructure() is not (BadDirectiveTriviaSyntax or ShebangDirectiveTriviaSyntax))
                continue;
            else if (ImportLine.Match(text) is { Success: true } match)
                import = new(match.Groups["file"].Value.Trim().Trim('"'), line);
            else if (!CSharpMagic.IsMatch(text))
                throw Unknown(text, line);
            Array.Fill(kept, ' ', trivia.SpanStart, text.Length);
            if (import is null)
                continue;
            EndPart(trivia.Span.End, import);
            (packages, begin) = ([], trivia.Span.End);
        }
        EndPart(kept.Length, null);
        return parts;

        // Of what stands before the part, only the line breaks.
        void EndPart(int end, Import? import) =>
            parts.Add(new(new string('\n', kept.AsSpan(0, begin).Count('\n')) + new string(kept, begin, end - begin), packages, import));
    }

    private static PackageRequest Request(string what, int line) => what.Split(',', StringSplitOptions.TrimEntries) switch
    {
        [{ Length: > 0 } id] => new(id, "*", line),
        [{ Length: > 0 } id, { Length: > 0 } version] => new(id, version, line),
        _ => throw new CellException("PackageError", $"#r \"nuget:{what}\" is not understood: write #r \"nuget: Name, Version\".", line),
    };

    private static CellException Unknown(string text, int line)
    {
        var first = text.Split('\n', 2)[0].Trim();
        var hint = first.StartsWith("#i", StringComparison.Ordinal)
            ? "Package sources are taken from NuGet's own configuration (a nuget.config above the notebook, or the user's)."
            : "The embedded engine knows C#, #r \"path\", #r \"nuget: Name, Version\", #load and #!import; "
                + "take the line out, or play the notebook on .NET Interactive.";
        return new CellException("UnsupportedDirective", $"\"{first}\" cannot be run here. {hint}", line, 1);
    }

    [GeneratedRegex("""^#r\s+"nuget:\s*(?<what>[^"]*)"\s*(//.*)?$""")] private static partial Regex Nuget { get; }
    [GeneratedRegex("""^#!import\b(?<file>.*)$""")] private static partial Regex ImportLine { get; }
    [GeneratedRegex("^#!(csharp|c#|C#)$")] private static partial Regex CSharpMagic { get; }

    /// <summary>What of a cell is run at once: C# on the lines that it has there, after its packages; then a file is imported.</summary>
    internal sealed record Part(string Code, IReadOnlyList<PackageRequest> Packages, Import? Import);

    /// <summary>A line "#!import file".</summary>
    internal sealed record Import(string File, int Line);
}

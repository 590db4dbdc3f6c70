using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ShallowNet.Player.KernelHost;

/// <summary>Takes out of a cell what is meant for the host and not for the compiler.</summary>
internal static partial class Directives
{
    /// <summary>
    /// Gives the code with those lines blanked (line numbers stay) and the packages they ask for, in parts that end where a file is
    /// imported.
    /// </summary>
    /// <exception cref="CellException">A directive that the player does not know.</exception>
    public static IReadOnlyList<CellPart> Read(string code, CSharpParseOptions options)
    {
        if (!code.Contains('#', StringComparison.Ordinal))
            return [new CellPart(code, [], null)];
        var packages = new List<PackageRequest>();
        var parts = new List<CellPart>();
        var begin = 0;
        var kept = code.ToCharArray();
        var root = CSharpSyntaxTree.ParseText(code, options).GetRoot();
        foreach (var trivia in root.DescendantTrivia(descendIntoTrivia: true).Where(t => t.IsDirective))
        {
            var text = trivia.ToString().Trim();
            var line = trivia.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
            if (Nuget().Match(text) is { Success: true } nuget)
            {
                packages.Add(Request(nuget.Groups["what"].Value, line));
            }
            else if (trivia.GetStructure() is not (BadDirectiveTriviaSyntax or ShebangDirectiveTriviaSyntax))
            {
                continue;
            }
            else if (Import().Match(text) is { Success: true } import)
            {
                var end = trivia.Span.End;
                Array.Fill(kept, ' ', trivia.SpanStart, text.Length);
                parts.Add(new CellPart(Part(kept, begin, end), packages,
                    new ImportRequest(import.Groups["file"].Value.Trim().Trim('"'), line)));
                (packages, begin) = ([], end);
                continue;
            }
            else if (!CSharpMagic().IsMatch(text))
            {
                throw Unknown(text, line);
            }
            Array.Fill(kept, ' ', trivia.SpanStart, text.Length);
        }
        return [.. parts, new CellPart(Part(kept, begin, kept.Length), packages, null)];
    }

    /// <summary>The characters from begin to end; of those before, only the line breaks.</summary>
    private static string Part(char[] code, int begin, int end) =>
        new string('\n', code.AsSpan(0, begin).Count('\n')) + code.AsSpan(begin, end - begin).ToString();

    private static PackageRequest Request(string what, int line)
    {
        var parts = what.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length > 2 || parts[0].Length == 0 || (parts.Length == 2 && parts[1].Length == 0))
            throw new CellException("PackageError", $"#r \"nuget:{what}\" is not understood: write #r \"nuget: Name, Version\".", line);
        return new PackageRequest(parts[0], parts.Length == 2 ? parts[1] : "*", line);
    }

    private static CellException Unknown(string text, int line)
    {
        var first = text.Split('\n', 2)[0].Trim();
        var hint = first.StartsWith("#i", StringComparison.Ordinal)
            ? "Package sources are taken from NuGet's own configuration (a nuget.config above the notebook, or the user's)."
            : "The embedded engine knows C#, #r \"path\", #r \"nuget: Name, Version\", #load and #!import; "
                + "take the line out, or play the notebook on .NET Interactive.";
        return new CellException("UnsupportedDirective", $"\"{first}\" cannot be run here. {hint}", line, 1);
    }

    [GeneratedRegex("""^#r\s+"nuget:\s*(?<what>[^"]*)"\s*(//.*)?$""")]
    private static partial Regex Nuget();

    [GeneratedRegex("""^#!import\b(?<file>.*)$""")]
    private static partial Regex Import();

    [GeneratedRegex("^#!(csharp|c#|C#)$")]
    private static partial Regex CSharpMagic();
}

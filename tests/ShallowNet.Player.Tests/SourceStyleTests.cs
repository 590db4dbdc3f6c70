using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ShallowNet.Player.Tests;

/// <summary>What .editorconfig asks for, but no analyzer enforces: lines of 140 characters, and no braces that are not needed.</summary>
public sealed class SourceStyleTests
{
    private const int Most = 140, LongText = Most / 2;
    private const string LoneBlock = @"\n *(if|for|foreach|while|using|lock) \(.*\r?\n *\{\r?\n *[^ /].*\r?\n *\}\r?\n(?! *else)";

    [Theory]
    [InlineData("src"), InlineData("tests")]
    public void Sources_EveryLine_FitsUnlessItIsOneLongText(string folder)
    {
        Assert.NotEmpty(Sources(folder));
        Assert.Empty(Sources(folder).SelectMany(TooLong));
    }

    [Theory]
    [InlineData("src"), InlineData("tests")]
    public void Sources_AStatementOfOneLine_HasNoBraces(string folder) => Assert.Empty(Sources(folder)
        .SelectMany(file => Regex.Matches(File.ReadAllText(file), LoneBlock).Select(match => $"{file}: {match.Value}")));

    private static string[] Sources(string folder) =>
        Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories);

    private static IEnumerable<string> TooLong(string file)
    {
        var text = SourceText.From(File.ReadAllText(file));
        var lines = text.Lines.Where(line => line.Span.Length > Most).ToArray();
        if (lines.Length == 0)
            return [];
        var root = CSharpSyntaxTree.ParseText(text).GetRoot();
        return lines.Where(line => !HoldsLongText(line.Span, root))
            .Select(line => $"{Path.GetRelativePath(Repository.Root, file)}:{line.LineNumber + 1} has {line.Span.Length} characters");
    }

    private static bool HoldsLongText(TextSpan line, SyntaxNode root) => root.DescendantTokens(line).Any(token =>
        token.Kind().ToString().Contains("String") && token.Span.Intersection(line) is { Length: > LongText });
}

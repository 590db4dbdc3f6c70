using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ShallowNet.Player.Tests;

/// <summary>What .editorconfig asks for, but no analyzer enforces: lines of 140 characters, and no braces that are not needed.</summary>
public sealed partial class SourceStyleTests
{
    private const int Most = 140, LongText = Most / 2;

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void Sources_EveryLine_FitsUnlessItIsOneLongText(string folder)
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories);

        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(TooLong));
    }

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void Sources_AStatementOfOneLine_HasNoBraces(string folder)
    {
        var blocks = Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => LoneBlock().Matches(File.ReadAllText(file)).Select(match => $"{file}: {match.Value}"));

        Assert.Empty(blocks);
    }

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

    [GeneratedRegex(@"\n *(if|for|foreach|while|using|lock) \(.*\r?\n *\{\r?\n *[^ /].*\r?\n *\}\r?\n(?! *else)")]
    private static partial Regex LoneBlock();

    private static bool HoldsLongText(TextSpan line, SyntaxNode root) => root.DescendantTokens(line)
        .Where(token => token.Kind().ToString().Contains("String", StringComparison.Ordinal))
        .Any(token => token.Span.Intersection(line) is { Length: > LongText });
}

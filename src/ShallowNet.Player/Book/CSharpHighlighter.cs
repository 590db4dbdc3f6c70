using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ShallowNet.Player.Book;

/// <summary>Colors C# by the compiler's own parser, as HTML with one class a kind of token.</summary>
internal static class CSharpHighlighter
{
    private static readonly CSharpParseOptions Script = new(LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Script);

    /// <summary>The parser goes down one call a nesting, and so does reading its tree: deeper nested code stays without colors.</summary>
    private const int MaxLength = 20_000, MaxNesting = 200;

    /// <summary>As HTML: spans of class k (keyword), s (string), n (number), c (comment), t (type), m (method), d (directive).</summary>
    public static string Html(string code)
    {
        if (code.Length > MaxLength || Nesting(code) > MaxNesting)
            return HtmlEncode(code);
        var tokens = CSharpSyntaxTree.ParseText(code, Script).GetRoot().DescendantTokens();
        return string.Concat(tokens.SelectMany(token => (IEnumerable<string>)
            [.. token.LeadingTrivia.Select(Html), Html(token.Text, Class(token)), .. token.TrailingTrivia.Select(Html)]));
    }

    private static string Html(SyntaxTrivia trivia) => Html(trivia.ToFullString(), trivia.IsDirective ? "d"
        : trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia ? "c" : null);

    private static string Html(string text, string? kind) =>
        text.Length == 0 || kind is null ? HtmlEncode(text) : $"<span class=\"{kind}\">{HtmlEncode(text)}</span>";

    /// <summary>About how deep brackets are nested; comparisons and strings may move it a little.</summary>
    private static int Nesting(string code)
    {
        int depth = 0, deepest = 0;
        for (var i = 0; i < code.Length; i++)
        {
            if (code[i] is '(' or '[' or '{' or '<')
                deepest = Math.Max(deepest, ++depth);
            else if (code[i] is ')' or ']' or '}' || (code[i] == '>' && i > 0 && code[i - 1] != '='))
                depth = Math.Max(0, depth - 1);
        }
        return deepest;
    }

    private static string? Class(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.NumericLiteralToken => "n",
        SyntaxKind.CharacterLiteralToken => "s",
        SyntaxKind.IdentifierToken => Identifier(token),
        _ when token.IsKeyword() || token.IsContextualKeyword() => "k",
        // Literals, raw ones, and the pieces of interpolated ones.
        var kind => kind.ToString().Contains("String") ? "s" : null,
    };

    private static string? Identifier(SyntaxToken token) => token.Parent switch
    {
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => "m",
        BaseTypeDeclarationSyntax or ConstructorDeclarationSyntax => "t",
        IdentifierNameSyntax { IsVar: true } => "k",
        SimpleNameSyntax { Parent: InvocationExpressionSyntax call } name when call.Expression == name => "m",
        SimpleNameSyntax { Parent: MemberBindingExpressionSyntax { Parent: InvocationExpressionSyntax } } => "m",
        SimpleNameSyntax { Parent: MemberAccessExpressionSyntax access } name when access.Name == name =>
            access.Parent is InvocationExpressionSyntax call && call.Expression == access ? "m" : null,
        // What stands before a dot and begins like a type's name: not W1.
        SimpleNameSyntax { Parent: MemberAccessExpressionSyntax } => token.Text is [var first, var next, ..]
            && char.IsUpper(first) && !char.IsDigit(next) ? "t" : null,
        GenericNameSyntax => "t",
        SimpleNameSyntax { Parent: not DeclarationExpressionSyntax } name => SyntaxFacts.IsInTypeOnlyContext(name) ? "t" : null,
        _ => null,
    };
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ShallowNet.Player.Book;

/// <summary>Colors C# by the compiler's own parser, as HTML with one class a kind of token.</summary>
internal static class CSharpHighlighter
{
    private static readonly CSharpParseOptions Script = new(LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Script);

    /// <summary>
    /// The compiler's parser goes down one call a nesting, and so does reading its tree: what is nested deeper stays without colors.
    /// </summary>
    private const int MaxLength = 20_000, MaxNesting = 200;

    /// <summary>
    /// The code as HTML: spans with the classes k (keyword), s (string), n (number), c (comment), t (type), m (method), d (directive).
    /// </summary>
    public static string Html(string code)
    {
        if (code.Length > MaxLength || Nesting(code) > MaxNesting)
            return HtmlEncode(code);
        var html = new StringBuilder(code.Length * 2);
        foreach (var token in CSharpSyntaxTree.ParseText(code, Script).GetRoot().DescendantTokens())
        {
            Append(html, token.LeadingTrivia);
            Append(html, token.Text, Class(token));
            Append(html, token.TrailingTrivia);
        }
        return html.ToString();
    }

    /// <summary>About how deep brackets are nested; comparisons and strings may move it a little.</summary>
    private static int Nesting(string code)
    {
        int depth = 0, deepest = 0;
        for (var i = 0; i < code.Length; i++)
        {
            if (code[i] is '(' or '[' or '{' or '<')
                depth++;
            else if (code[i] is ')' or ']' or '}' || (code[i] == '>' && i > 0 && code[i - 1] != '='))
                depth = Math.Max(0, depth - 1);
            deepest = Math.Max(deepest, depth);
        }
        return deepest;
    }

    private static void Append(StringBuilder html, SyntaxTriviaList trivia)
    {
        foreach (var piece in trivia)
            Append(html, piece.ToFullString(), piece.IsDirective ? "d" : IsComment(piece) ? "c" : null);
    }

    private static void Append(StringBuilder html, string text, string? kind)
    {
        if (text.Length == 0)
            return;
        var encoded = HtmlEncode(text);
        _ = kind is null ? html.Append(encoded)
            : html.Append("<span class=\"").Append(kind).Append("\">").Append(encoded).Append("</span>");
    }

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);

    private static string? Class(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.NumericLiteralToken => "n",
        SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.Utf8StringLiteralToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.InterpolatedStringEndToken
            or SyntaxKind.InterpolatedVerbatimStringStartToken
            or SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken
            or SyntaxKind.InterpolatedRawStringEndToken => "s",
        SyntaxKind.IdentifierToken => Identifier(token),
        _ => token.IsKeyword() || token.IsContextualKeyword() ? "k" : null,
    };

    private static string? Identifier(SyntaxToken token) => token.Parent switch
    {
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => "m",
        BaseTypeDeclarationSyntax or ConstructorDeclarationSyntax => "t",
        IdentifierNameSyntax { IsVar: true } => "k",
        SimpleNameSyntax name => Name(name),
        _ => null,
    };

    private static string? Name(SimpleNameSyntax name) => name.Parent switch
    {
        InvocationExpressionSyntax call when call.Expression == name => "m",
        MemberAccessExpressionSyntax access when access.Name == name =>
            access.Parent is InvocationExpressionSyntax call && call.Expression == access ? "m" : null,
        MemberBindingExpressionSyntax binding => binding.Parent is InvocationExpressionSyntax ? "m" : null,
        MemberAccessExpressionSyntax =>
            char.IsUpper(name.Identifier.Text[0]) && name.Identifier.Text.Length > 1 && !char.IsDigit(name.Identifier.Text[1]) ? "t" : null,
        VariableDeclarationSyntax or ObjectCreationExpressionSyntax or ParameterSyntax or TypeArgumentListSyntax or CastExpressionSyntax
            or ArrayTypeSyntax or NullableTypeSyntax or TupleElementSyntax or SimpleBaseTypeSyntax or MethodDeclarationSyntax
            or LocalFunctionStatementSyntax or TypeOfExpressionSyntax or ForEachStatementSyntax or DeclarationPatternSyntax
                or CatchDeclarationSyntax
            or PropertyDeclarationSyntax => IsType(name) ? "t" : null,
        _ => name is GenericNameSyntax ? "t" : null,
    };

    private static bool IsType(SimpleNameSyntax name) => name.Parent switch
    {
        ForEachStatementSyntax loop => loop.Type == name,
        CastExpressionSyntax cast => cast.Type == name,
        _ => true,
    };
}

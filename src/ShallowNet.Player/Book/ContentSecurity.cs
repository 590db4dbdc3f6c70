using System.Security.Cryptography;

namespace ShallowNet.Player.Book;

/// <summary>The content-security-policy of one page. Scripts run from the book's own files and, inline, only those whose hash is listed:
/// those of played cells. Styles may be inline, for outputs carry them. Nothing is loaded from elsewhere but KaTeX.</summary>
internal sealed class ContentSecurity
{
    private readonly SortedSet<string> _allowed = new(StringComparer.Ordinal);

    /// <summary>Lets an inline script of exactly this text run.</summary>
    public void AllowScript(string text) =>
        _allowed.Add($" 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'");

    /// <summary>Lets an event-handler attribute of exactly this text run.</summary>
    public void AllowHandler(string text)
    {
        AllowScript(text);
        _allowed.Add(" 'unsafe-hashes'");
    }

    public string Policy(Katex katex)
    {
        var network = katex.IsLocal ? "" : " " + katex.Root;
        return $"default-src 'none'; script-src 'self'{network}{string.Concat(_allowed)}; style-src 'self' 'unsafe-inline'{network}; "
            + $"font-src 'self'{network}; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'";
    }
}

using System.Security.Cryptography;

namespace ShallowNet.Player.Book;

/// <summary>
/// The content-security-policy of one page. Scripts run from the book's own files and, inline, only those whose hash is listed: the ones
/// that the played cells put out. Styles may be inline, for outputs carry them. Nothing is loaded from elsewhere but KaTeX.
/// </summary>
internal sealed class ContentSecurity
{
    private readonly SortedSet<string> _hashes = new(StringComparer.Ordinal);
    private bool _hasHandlers;

    /// <summary>Lets an inline script of exactly this text run.</summary>
    public void AllowScript(string text) => _hashes.Add(Hash(text));

    /// <summary>Lets an event-handler attribute of exactly this text run.</summary>
    public void AllowHandler(string text)
    {
        _hashes.Add(Hash(text));
        _hasHandlers = true;
    }

    /// <summary>The policy for a meta element.</summary>
    public string Policy(Katex katex)
    {
        var network = katex.IsLocal ? "" : " " + katex.Root;
        var hashes = string.Concat(_hashes.Select(hash => " " + hash)) + (_hasHandlers ? " 'unsafe-hashes'" : "");
        return $"default-src 'none'; script-src 'self'{network}{hashes}; style-src 'self' 'unsafe-inline'{network}; "
            + $"font-src 'self'{network}; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'";
    }

    private static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
}

namespace ShallowNet.Player.Book;

internal static class PageText
{
    private static readonly Regex Escapes = new(@"\x1B(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1B]*(\x07|\x1B\\)|[@-Z\\-_])");
    private static readonly Regex Controls = new(@"[\x00-\x08\x0B-\x1F\x7F]");
    private static readonly Regex Spaces = new(@"\s+");

    /// <summary>Text without escape sequences and control characters; a carriage return starts its line again, as in a terminal.</summary>
    public static string Plain(string text) => Controls.Replace(string.Join('\n', Escapes.Replace(text, "").Split('\n')
        .Select(line => line.TrimEnd('\r')).Select(line => line[(line.LastIndexOf('\r') + 1)..])), "");

    public static string OneLine(string text) => Spaces.Replace(text, " ").Trim();

    /// <summary>The id of a heading, made as editors make it, so that links written for the editor work in the pages: lower case, spaces as
    /// hyphens, punctuation dropped. "5.1 The slope" gives "51-the-slope".</summary>
    public static string Slug(string text)
    {
        var slug = text.Trim().ToLowerInvariant().Select(c => char.IsWhiteSpace(c) ? '-' : c)
            .Where(c => char.IsLetterOrDigit(c) || c is '-' or '_');
        return string.Concat(slug) is { Length: > 0 } id ? id : "section";
    }
}

namespace ShallowNet.Player.Book;

/// <summary>How deep elements are nested: parsers take time that grows with the square of it, and go down one call a level.</summary>
internal static class HtmlDepth
{
    /// <summary>Deeper than anything written to be read.</summary>
    public const int Max = 200;

    /// <summary>Elements that have no end tag, or close themselves before the next of their kind.</summary>
    private static readonly HashSet<string> Flat = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
        "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option",
    };

    private static readonly HashSet<string> Verbatim = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "textarea", "title" };

    private static readonly Regex Tag = new(
        """<(?<end>/?)(?<name>[a-zA-Z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^"'>])*>""",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>Whether the elements are nested too deep to be parsed.</summary>
    public static bool IsTooDeep(string html)
    {
        var depth = 0;
        for (var tag = Tag.Match(html); tag.Success && depth <= Max;)
        {
            var (name, isEnd) = (tag.Groups["name"].Value, tag.Groups["end"].Length > 0);
            if (!isEnd && Verbatim.Contains(name))
            {
                // What stands in a script or a style has no tags.
                var end = html.IndexOf("</" + name, tag.Index + tag.Length, StringComparison.OrdinalIgnoreCase);
                tag = end < 0 ? Match.Empty : Tag.Match(html, end);
                continue;
            }
            if (isEnd && !Flat.Contains(name) && !Verbatim.Contains(name))
                depth = Math.Max(0, depth - 1);
            else if (!isEnd && !Flat.Contains(name) && !tag.Value.EndsWith("/>", StringComparison.Ordinal))
                depth++;
            tag = tag.NextMatch();
        }
        return depth > Max;
    }
}

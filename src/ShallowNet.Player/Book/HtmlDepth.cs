namespace ShallowNet.Player.Book;

/// <summary>
/// How deep the elements of a piece of HTML are nested: parsers take time that grows with the square of it, and go down one call a level.
/// </summary>
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
        for (var tag = Tag.Match(html); tag.Success && depth <= Max; tag = Next(html, tag))
        {
            var name = tag.Groups["name"].Value;
            if (!Flat.Contains(name) && !Verbatim.Contains(name))
            {
                depth = tag.Groups["end"].Length > 0 ? Math.Max(0, depth - 1)
                    : tag.Value.EndsWith("/>", StringComparison.Ordinal) ? depth
                    : depth + 1;
            }
        }
        return depth > Max;
    }

    /// <summary>The next tag; what stands in a script or a style has none.</summary>
    private static Match Next(string html, Match tag)
    {
        var name = tag.Groups["name"].Value;
        if (tag.Groups["end"].Length > 0 || !Verbatim.Contains(name))
            return tag.NextMatch();
        var end = html.IndexOf("</" + name, tag.Index + tag.Length, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? Match.Empty : Tag.Match(html, end);
    }
}

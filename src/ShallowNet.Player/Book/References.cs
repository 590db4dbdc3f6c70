using AngleSharp.Dom;
using ShallowNet.Player.Notebooks;

namespace ShallowNet.Player.Book;

/// <summary>
/// What a chapter's text can point at besides headings: its numbered equations, <c>\tag{7.3}</c>, and the works of its reading list. Both
/// get an anchor; "(7.3)" and "LeCun et al. 1998" become links to them.
/// </summary>
internal sealed partial class References
{
    private readonly HashSet<string> _equations;
    private readonly HashSet<string> _works;
    private readonly string _toRoot;
    private readonly IReadOnlySet<string> _pages;

    /// <param name="notebook">The notebook.</param>
    /// <param name="toRoot">"" or "../": the way from the page to the output folder.</param>
    /// <param name="pages">Pages of the book by their path; an equation of another chapter is looked for on the page whose name begins with
    /// its number.</param>
    public References(Notebook notebook, string toRoot, IReadOnlySet<string> pages)
    {
        (_toRoot, _pages) = (toRoot, pages);
        var prose = notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown).Select(cell => cell.Source).ToArray();
        _equations = [.. prose.SelectMany(source => Tag().Matches(source)).Select(match => match.Groups["tag"].Value)];
        _works = [.. prose.SelectMany(source => source.Split('\n')).Where(line => line.StartsWith("- ", StringComparison.Ordinal))
            .Select(line => Work(line[2..])).OfType<string>()];
    }

    /// <summary>Sets the anchors and links of one cell.</summary>
    public void Mark(IElement body)
    {
        foreach (var equation in body.QuerySelectorAll(".math-display"))
        {
            if (Tag().Match(equation.TextContent) is { Success: true } match)
                equation.Id = EquationId(match.Groups["tag"].Value);
        }
        foreach (var item in body.QuerySelectorAll("li"))
        {
            if (Work(item.TextContent) is { } work && _works.Contains(work))
                item.Id = work;
        }
        foreach (var text in body.Descendants<IText>()
            .Where(text => text.ParentElement?.Closest("a, code, pre, .math, h1, h2, h3, h4, li[id]") is null).ToArray())
        {
            LinkIn(text);
        }
    }

    private void LinkIn(IText text)
    {
        var document = text.Owner!;
        var rest = text.Data;
        var nodes = new List<INode>();
        foreach (Match match in Mention().Matches(text.Data))
        {
            if (Target(match) is not { } href)
                continue;
            var said = match.Groups["said"];
            var start = said.Index - (text.Data.Length - rest.Length);
            var link = document.CreateElement("a");
            link.SetAttribute("href", href);
            link.TextContent = said.Value;
            nodes.AddRange([document.CreateTextNode(rest[..start]), link]);
            rest = rest[(start + said.Length)..];
        }
        if (nodes.Count > 0)
            text.Replace([.. nodes, document.CreateTextNode(rest)]);
    }

    private string? Target(Match match)
    {
        if (match.Groups["name"].Success)
            return WorkId(match.Groups["name"].Value, match.Groups["year"].Value) is var work && _works.Contains(work) ? "#" + work : null;
        var tag = match.Groups["tag"].Value;
        if (_equations.Contains(tag))
            return "#" + EquationId(tag);
        var page = _pages.FirstOrDefault(path => path.StartsWith(tag.Split('.')[0].PadLeft(2, '0') + "-", StringComparison.Ordinal));
        return page is null || !match.Groups["word"].Success ? null : $"{_toRoot}{page}#{EquationId(tag)}";
    }

    /// <summary>The anchor of an entry such as "X. Glorot, Y. Bengio: Title. AISTATS, 2010."; null if this is none.</summary>
    private static string? Work(string entry) => Entry().Match(entry) is { Success: true } match
        ? WorkId(match.Groups["name"].Value, match.Groups["year"].Value)
        : null;

    private static string WorkId(string name, string year) => $"reading-{Slug.Of(name)}-{year}";

    private static string EquationId(string tag) => "equation-" + tag.Replace('.', '-');

    [GeneratedRegex(@"\\tag\{(?<tag>\d+\.\d+)\}")]
    private static partial Regex Tag();

    [GeneratedRegex(@"^[^:,]*?(?<name>\p{Lu}[\p{L}’'-]+)(?:,[^:]*)?:.*\b(?<year>(?:19|20)\d\d)\b", RegexOptions.Singleline)]
    private static partial Regex Entry();

    [GeneratedRegex(@"(?<said>\b(?<name>\p{Lu}[\p{L}’'-]+)(?: et al\.|(?:, \p{Lu}[\p{L}’'-]+)*,? and \p{Lu}[\p{L}’'-]+)?,? \(?(?<year>(?:19|20)\d\d)\b)|(?<word>equations? )?(?<said>\((?<tag>\d+\.\d+)\))")]
    private static partial Regex Mention();
}

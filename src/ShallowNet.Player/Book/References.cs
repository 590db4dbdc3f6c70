using AngleSharp.Dom;

namespace ShallowNet.Player.Book;

/// <summary>What a chapter's text can point at besides headings: numbered equations, <c>\tag{7.3}</c>, and the works of its reading list.
/// "(7.3)" and "LeCun et al. 1998" become links to them; another chapter is the page whose name begins with its number.</summary>
internal sealed class References(PlayedNotebook notebook, IReadOnlySet<string> pages)
{
    private static readonly Regex Tag = new(@"\\tag\{(?<tag>\d+\.\d+)\}");
    private static readonly Regex Entry = new(@"^[^:,]*?(?<name>\p{Lu}[\p{L}’'-]+)(?:,[^:]*)?:.*\b(?<year>(?:19|20)\d\d)\b", RegexOptions.Singleline);
    private static readonly Regex Mention = new(@"(?<said>\b(?<name>\p{Lu}[\p{L}’'-]+)(?: et al\.|(?:, \p{Lu}[\p{L}’'-]+)*,? and \p{Lu}[\p{L}’'-]+)?,? \(?(?<year>(?:19|20)\d\d)\b(?:(?<=\(....)\))?)|(?<word>equations? )?(?<said>\((?<tag>\d+\.\d+)\))");

    private readonly HashSet<string> _anchors = [.. notebook.Notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown)
        .SelectMany(cell => Tag.Matches(cell.Source).Select(EquationId)
            .Concat(cell.Source.Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(line => Work(line[2..]))))
        .OfType<string>()];

    /// <summary>Sets the anchors and links of one cell.</summary>
    public void Mark(IElement body)
    {
        foreach (var equation in body.QuerySelectorAll(".math-display"))
        {
            if (Tag.Match(equation.TextContent) is { Success: true } match)
                equation.Id = EquationId(match);
        }
        foreach (var item in body.QuerySelectorAll("li"))
        {
            if (Work(item.TextContent) is { } work && _anchors.Contains(work))
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
        foreach (var match in Mention.Matches(text.Data).Reverse())
        {
            if (Target(match) is not { } href)
                continue;
            var said = match.Groups["said"];
            text.Split(said.Index + said.Length);
            var link = text.Owner!.CreateElement("a");
            link.SetAttribute("href", href);
            link.TextContent = said.Value;
            text.Split(said.Index).Replace(link);
        }
    }

    private string? Target(Match match)
    {
        var tag = match.Groups["tag"];
        var anchor = tag.Success ? EquationId(match) : WorkId(match);
        if (_anchors.Contains(anchor))
            return "#" + anchor;
        if (!match.Groups["word"].Success)
            return null;
        var page = pages.FirstOrDefault(path => path.StartsWith(tag.Value.Split('.')[0].PadLeft(2, '0') + "-", StringComparison.Ordinal));
        return page is null ? null : $"{notebook.ToRoot}{page}#{anchor}";
    }

    /// <summary>The anchor of an entry such as "X. Glorot, Y. Bengio: Title. AISTATS, 2010."; null if this is none.</summary>
    private static string? Work(string entry) => Entry.Match(entry) is { Success: true } match ? WorkId(match) : null;

    private static string WorkId(Match match) => $"reading-{PageText.Slug(match.Groups["name"].Value)}-{match.Groups["year"].Value}";

    private static string EquationId(Match match) => "equation-" + match.Groups["tag"].Value.Replace('.', '-');
}

namespace ShallowNet.Player.Book;

/// <summary>Lays out the pages: what stands around a chapter, and the cover.</summary>
internal sealed class BookPage(IReadOnlyList<Chapter> chapters, Katex katex, string plotly)
{
    private static readonly Regex Place = new(@"\{\{(?<name>\w+)\}\}");
    private static readonly Regex Touch = new("""(?s)<figure class="sn-touch"[^>]*--units:(?<units>\d+).*?</figure>""");

    private const string Title = "Shallow neural networks", Subtitle = "A hands-on course in C#";
    private const string Lead =
        "One hidden layer, taken apart: every idea first by hand, then by experiment, with code you can change and run.";

    private readonly string _template = Asset.Text("page.html");

    public string Cover()
    {
        // The first of the course's networks to touch that has the most hidden units: on the cover it trains by itself.
        var touch = chapters.SelectMany(chapter => Touch.Matches(chapter.BodyHtml).Select(match => new { chapter.Security, match }))
            .MaxBy(found => int.Parse(found.match.Groups["units"].ValueSpan, CultureInfo.InvariantCulture));
        var entries = chapters.Where(chapter => !chapter.Notebook.IsAppendix).Select(chapter =>
            $"<li><span class=\"no\" aria-hidden=\"true\">{HtmlEncode(chapter.Number)}</span><div><h2>{Link(chapter)}</h2>"
            + If(chapter.LeadHtml.Length > 0, $"<p>{chapter.LeadHtml}</p>")
            + If(chapter.Notebook.Failure is not null, "<p class=\"broken\">Not played to its end.</p>") + "</div></li>\n");
        var appendix = string.Concat(chapters.Where(chapter => chapter.Notebook.IsAppendix).Select(chapter => $"<li>{Link(chapter)}</li>"));
        return Frame(null, Title, Subtitle, touch?.Security ?? new ContentSecurity(), $"""
            <header class="cover"><div><h1>{Title}</h1><p>{Lead}</p></div>{If(touch is null, Asset.Text("cover.svg"))}</header>
            {If(touch is not null, $"<div data-cover>{touch?.match.Value}</div>")}
            <ol class="chapters">
            {string.Concat(entries)}</ol>
            <p class="numbering">Chapters 5 to 8 have the numbers of the lecture notes that they follow; 0 and 1 lead up to them, 9 puts them to use.</p>
            {If(appendix.Length > 0, $"<section class=\"appendix\"><h2>Appendix: solutions</h2><ul>{appendix}</ul></section>\n")}
            """);
    }

    public string Of(Chapter chapter)
    {
        var kicker = chapter.Notebook.IsAppendix ? "Appendix: solutions" : If(chapter.Number.Length > 0, "Chapter " + chapter.Number);
        var lead = PageText.OneLine($"{chapter.Sections[0].Words}");
        return Frame(chapter, $"{chapter.Title} · {Title}", lead[..Math.Min(200, lead.Length)], chapter.Security,
            $"<header class=\"title\">{If(kicker.Length > 0, $"<p class=\"kicker\">{HtmlEncode(kicker)}</p>")}<h1>{chapter.TitleHtml}</h1>"
            + $"{About(chapter)}</header>\n{Stopped(chapter.Notebook.Failure)}{chapter.BodyHtml}");
    }

    private static string Stopped(PlayFailure? failure)
    {
        if (failure is null)
            return "";
        var where = failure.Cell is { } cell ? Invariant($" It stopped at <a href=\"#cell-{cell}\">this cell</a>.") : "";
        return "<div class=\"failure\" role=\"note\"><p><strong>This notebook was not played to its end.</strong>"
            + $"{where}</p><p>{HtmlEncode(PageText.Plain(failure.Message))}</p></div>\n";
    }

    /// <summary>Says that a page is not the notebook, and where the notebook is.</summary>
    private string About(Chapter chapter)
    {
        var notebook = chapter.Notebook;
        var file = Uri.EscapeDataString(Path.GetFileName(notebook.RelativePath));
        var twin = chapters.FirstOrDefault(other => Path.GetFileName(other.Notebook.Href) == Path.GetFileName(notebook.Href)
            && other.Notebook.IsAppendix != notebook.IsAppendix);
        return "<div class=\"about\"><p>This page shows what the notebook put out when it was played. To change and run things, open "
            + $"<code>notebooks/{HtmlEncode(notebook.RelativePath)}</code> of the course in an editor.</p>"
            + If(notebook.IsPlayed, $"<a href=\"{file}\" download>Download the played notebook</a>")
            + If(twin is not null, $"<a href=\"{notebook.ToRoot}{twin?.Url}\">{(notebook.IsAppendix ? "The chapter" : "Solutions")}</a>")
            + If(chapter.BodyHtml.Contains("<details class=\"reveal\""), "<button type=\"button\" id=\"show-all\" aria-pressed=\"false\" "
                + "hidden>Show what comes after each prediction</button>")
            + "</div>";
    }

    private string Frame(Chapter? current, string title, string description, ContentSecurity security, string body)
    {
        var root = current?.Notebook.ToRoot ?? "";
        var at = current is null ? -1 : chapters.ToList().IndexOf(current);
        return Place.Replace(_template, place => place.Groups["name"].Value switch
        {
            "root" => root,
            "plotly" => If(plotly.Length > 0, $"data-plotly=\"{root}{plotly}\" "),
            "katex" => katex.Attributes(root),
            "policy" => security.Policy(katex),
            "title" => HtmlEncode(title),
            "description" => HtmlEncode(description),
            "book" => Title,
            "subtitle" => Subtitle,
            "chapters" => Contents("Chapters", chapters.Where(chapter => !chapter.Notebook.IsAppendix), current, root),
            "solutions" => Contents("Solutions", chapters.Where(chapter => chapter.Notebook.IsAppendix), current, root),
            "body" => body,
            "previous" when at == 0 => $"<a href=\"{root}index.html\"><small>Back to</small>The cover</a>",
            "previous" when at > 0 => Turn("rel=\"prev\"", chapters[at - 1], "Previous page"),
            "next" when at + 1 < chapters.Count => Turn("class=\"next\" rel=\"next\"", chapters[at + 1], "Next page"),
            _ => "",
        });

        string Turn(string attributes, Chapter to, string what) =>
            $"<a {attributes} href=\"{root}{to.Url}\"><small>{what}</small>{to.TitleHtml}</a>";
    }

    private static string Contents(string title, IEnumerable<Chapter> group, Chapter? current, string root)
    {
        var items = string.Concat(group.Select(chapter =>
            $"<li><a href=\"{root}{chapter.Url}\"{If(chapter == current, " aria-current=\"page\"")}>"
            + $"<span class=\"no\">{HtmlEncode(chapter.Number)}</span><span>{chapter.TitleHtml}</span></a>"
            + If(chapter == current, Headings(chapter)) + "</li>"));
        return If(items.Length > 0, $"<h2>{title}</h2><ol>{items}</ol>");
    }

    private static string Headings(Chapter chapter)
    {
        var items = string.Concat(chapter.Sections.Where(section => section.Level is > 0 and <= 3).Select(
            section => Invariant($"<li class=\"h{section.Level}\"><a href=\"#{section.Id}\">{section.Html}</a></li>")));
        return If(items.Length > 0, $"<ol class=\"headings\">{items}</ol>");
    }

    private static string Link(Chapter chapter) => $"<a href=\"{chapter.Url}\">{chapter.TitleHtml}</a>";

    private static string If(bool condition, string html) => condition ? html : "";
}

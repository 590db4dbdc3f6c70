namespace ShallowNet.Player.Book;

/// <summary>Lays out the pages: what stands around a chapter, and the cover.</summary>
internal sealed partial class BookPage(IReadOnlyList<Chapter> chapters, Katex katex, string plotly)
{
    public const string Title = "Shallow neural networks";
    public const string Subtitle = "A hands-on course in C#";
    private const string Lead =
        "One hidden layer, taken apart: every idea first by hand, then by experiment, with code you can change and run.";

    private const string Drawing = """
        <svg viewBox="0 0 220 190" aria-hidden="true"><g stroke-width="2.2" stroke-linecap="round">
        <path class="edge" d="M32 60L110 28" stroke-width="3.4"/><path class="edge minus" d="M32 60L110 73"/><path class="edge" d="M32 60L110 118" stroke-width="1.2"/><path class="edge minus" d="M32 60L110 163" stroke-width="1.6"/>
        <path class="edge minus" d="M32 130L110 28" stroke-width="1.2"/><path class="edge" d="M32 130L110 73" stroke-width="3"/><path class="edge" d="M32 130L110 118"/><path class="edge minus" d="M32 130L110 163" stroke-width="3.4"/>
        <path class="edge" d="M110 28L188 95" stroke-width="3"/><path class="edge minus" d="M110 73L188 95" stroke-width="1.6"/><path class="edge" d="M110 118L188 95" stroke-width="2.4"/><path class="edge minus" d="M110 163L188 95" stroke-width="3"/></g>
        <g class="unit" stroke-width="2"><circle cx="32" cy="60" r="13"/><circle cx="32" cy="130" r="13"/><circle cx="110" cy="28" r="13"/><circle cx="110" cy="73" r="13"/><circle cx="110" cy="118" r="13"/><circle cx="110" cy="163" r="13"/><circle cx="188" cy="95" r="13"/></g></svg>
        """;

    public string Cover()
    {
        var body = new StringBuilder();
        var playground = Playground();
        body.Append(Invariant(
            $"<header class=\"cover\"><div><h1>{Title}</h1><p>{Lead}</p></div>{(playground is null ? Drawing : "")}</header>\n"));
        if (playground is not null)
            body.Append(Invariant($"<div data-cover>{playground.Value.Html}</div>\n"));
        body.Append("<ol class=\"chapters\">\n");
        foreach (var chapter in chapters.Where(chapter => !chapter.IsAppendix))
        {
            body.Append(Invariant($"<li><span class=\"no\" aria-hidden=\"true\">{HtmlEncode(chapter.Number)}</span><div><h2>")
                + Invariant($"<a href=\"{chapter.Url}\">{chapter.TitleHtml}</a></h2>"));
            if (chapter.LeadHtml.Length > 0)
                body.Append(Invariant($"<p>{chapter.LeadHtml}</p>"));
            if (chapter.Failure is not null)
                body.Append("<p class=\"broken\">Not played to its end.</p>");
            body.Append("</div></li>\n");
        }
        body.Append("</ol>\n<p class=\"numbering\">Chapters 5 to 8 have the numbers of the lecture notes that they follow; 0 and 1 lead "
            + "up to them, 9 puts them to use.</p>\n");
        if (chapters.Any(chapter => chapter.IsAppendix))
        {
            body.Append("<section class=\"appendix\"><h2>Appendix: solutions</h2><ul>");
            foreach (var chapter in chapters.Where(chapter => chapter.IsAppendix))
                body.Append(Invariant($"<li><a href=\"{chapter.Url}\">{chapter.TitleHtml}</a></li>"));
            body.Append("</ul></section>\n");
        }
        return Frame(null, "", Title, Subtitle, playground?.Chapter.Security ?? new ContentSecurity(), body.ToString());
    }

    /// <summary>The first of the course's networks to touch that has the most hidden units: on the cover it trains by itself.</summary>
    private (Chapter Chapter, string Html)? Playground() => chapters
        .SelectMany(chapter => Touch().Matches(chapter.BodyHtml).Select(match => (chapter, match)))
        .OrderByDescending(found => int.Parse(found.match.Groups["units"].ValueSpan, CultureInfo.InvariantCulture))
        .Select(found => ((Chapter, string)?)(found.chapter, found.match.Value))
        .FirstOrDefault();

    public string Of(Chapter chapter)
    {
        var kicker = chapter.IsAppendix ? "Appendix: solutions" : chapter.Number.Length > 0 ? "Chapter " + chapter.Number : "";
        var body = new StringBuilder();
        body.Append("<header class=\"title\">");
        if (kicker.Length > 0)
            body.Append(Invariant($"<p class=\"kicker\">{HtmlEncode(kicker)}</p>"));
        body.Append(Invariant($"<h1>{chapter.TitleHtml}</h1>{About(chapter)}</header>\n"));
        if (chapter.Failure is { } failure)
        {
            var where = failure.Cell is { } cell ? Invariant($" It stopped at <a href=\"#cell-{cell}\">this cell</a>.") : "";
            body.Append("<div class=\"failure\" role=\"note\"><p><strong>This notebook was not played to its end.</strong>"
                + Invariant($"{where}</p><p>{HtmlEncode(AnsiText.Plain(failure.Message))}</p></div>\n"));
        }
        body.Append(chapter.BodyHtml);
        return Frame(chapter, chapter.ToRoot, $"{chapter.Title} · {Title}", PlainLead(chapter), chapter.Security, body.ToString());
    }

    /// <summary>Says that a page is not the notebook, and where the notebook is.</summary>
    private string About(Chapter chapter)
    {
        var file = Uri.EscapeDataString(Path.GetFileName(chapter.Source));
        var twin = chapters.FirstOrDefault(
            other => Path.GetFileName(other.Href) == Path.GetFileName(chapter.Href) && other.IsAppendix != chapter.IsAppendix);
        var links = new StringBuilder();
        if (chapter.IsPlayed)
            links.Append(Invariant($"<a href=\"{file}\" download>Download the played notebook</a>"));
        if (twin is not null)
            links.Append(Invariant($"<a href=\"{chapter.ToRoot}{twin.Url}\">{(twin.IsAppendix ? "Solutions" : "The chapter")}</a>"));
        if (chapter.HasPredictions)
        {
            links.Append("<button type=\"button\" id=\"show-all\" aria-pressed=\"false\" hidden>Show what comes after each "
                + "prediction</button>");
        }
        return "<div class=\"about\"><p>This page shows what the notebook put out when it was played. To change and run things, open "
            + $"<code>notebooks/{HtmlEncode(chapter.Source)}</code> of the course in an editor.</p>{links}</div>";
    }

    private string Frame(Chapter? current, string toRoot, string title, string description, ContentSecurity security, string body) => $"""
        <!doctype html>
        <html lang="en" data-root="{toRoot}" {Plotly(toRoot)}{katex.Attributes(toRoot)}>
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{security.Policy(katex)}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{HtmlEncode(title)}</title>
        <meta name="description" content="{HtmlEncode(description)}">
        <link rel="icon" href="{toRoot}assets/icon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="{toRoot}assets/book.css">
        <script src="{toRoot}assets/theme.js"></script>
        <script src="{toRoot}assets/book.js" defer></script>
        </head>
        <body>
        <a class="skip" href="#main">Skip to the text</a>
        <header class="bar"><button type="button" id="menu" aria-expanded="false" aria-controls="sidebar">Contents</button><a href="{toRoot}index.html">{Title}</a></header>
        <nav id="sidebar" aria-label="Contents">
        <a class="brand" href="{toRoot}index.html">{Title}<small>{Subtitle}</small></a>
        <div class="find" role="search"><label for="search">Search all chapters</label><input id="search" type="search" autocomplete="off" spellcheck="false"><p id="search-status" role="status"></p><ul id="search-results" aria-label="Search results"></ul></div>
        <div class="contents">{Contents(current, toRoot)}</div>
        <button type="button" class="theme" hidden>Dark page</button>
        </nav>
        <main id="main" tabindex="-1">
        <article>
        {body}</article>
        {Turn(current, toRoot)}
        </main>
        </body>
        </html>

        """;

    private string Plotly(string toRoot) => plotly.Length == 0 ? "" : $"data-plotly=\"{toRoot}{plotly}\" ";

    private string Contents(Chapter? current, string toRoot)
    {
        var html = new StringBuilder();
        AppendGroup(html, "Chapters", chapters.Where(chapter => !chapter.IsAppendix), current, toRoot);
        AppendGroup(html, "Solutions", chapters.Where(chapter => chapter.IsAppendix), current, toRoot);
        return html.ToString();
    }

    private static void AppendGroup(StringBuilder html, string title, IEnumerable<Chapter> group, Chapter? current, string toRoot)
    {
        var first = true;
        foreach (var chapter in group)
        {
            html.Append(first ? $"<h2>{title}</h2><ol>" : "");
            first = false;
            var mark = chapter == current ? " aria-current=\"page\"" : "";
            html.Append(Invariant($"<li><a href=\"{toRoot}{chapter.Url}\"{mark}>")
                + Invariant($"<span class=\"no\">{HtmlEncode(chapter.Number)}</span><span>{chapter.TitleHtml}</span></a>"));
            if (chapter == current && chapter.Headings.Count > 0)
            {
                html.Append("<ol class=\"headings\">");
                foreach (var heading in chapter.Headings)
                    html.Append(Invariant($"<li class=\"h{heading.Level}\"><a href=\"#{heading.Id}\">{heading.Html}</a></li>"));
                html.Append("</ol>");
            }
            html.Append("</li>");
        }
        html.Append(first ? "" : "</ol>");
    }

    private string Turn(Chapter? current, string toRoot)
    {
        var at = current is null ? -1 : chapters.ToList().IndexOf(current);
        var html = new StringBuilder("<nav class=\"turn\" aria-label=\"Previous and next page\">");
        if (at == 0)
        {
            html.Append(Invariant($"<a href=\"{toRoot}index.html\"><small>Back to</small>The cover</a>"));
        }
        else if (at > 0)
        {
            html.Append(Invariant(
                $"<a rel=\"prev\" href=\"{toRoot}{chapters[at - 1].Url}\"><small>Previous page</small>{chapters[at - 1].TitleHtml}</a>"));
        }
        if (at + 1 < chapters.Count)
        {
            html.Append(Invariant($"<a class=\"next\" rel=\"next\" href=\"{toRoot}{chapters[at + 1].Url}\">")
                + Invariant($"<small>Next page</small>{chapters[at + 1].TitleHtml}</a>"));
        }
        return html.Append("</nav>").ToString();
    }

    private static string PlainLead(Chapter chapter) =>
        chapter.Sections.Count > 0 ? chapter.Sections[0].Text[..Math.Min(200, chapter.Sections[0].Text.Length)] : "";

    [GeneratedRegex("""<figure class="sn-touch"[^>]*--units:(?<units>\d+).*?</figure>""", RegexOptions.Singleline)]
    private static partial Regex Touch();
}

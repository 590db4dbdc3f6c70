using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ShallowNet.Player.Notebooks;

namespace ShallowNet.Player.Book;

/// <summary>Renders one notebook: its cells as HTML, its headings, and its words for the search.</summary>
internal sealed partial class ChapterRenderer
{
    private readonly PlayedNotebook _notebook;
    private readonly ChapterLinks _links;
    private readonly string _plotly;
    private readonly ContentSecurity _security = new();
    private readonly StringBuilder _html = new();
    private readonly List<Heading> _headings = [];
    private readonly HashSet<string> _ids = ["main", "menu", "sidebar", "search", "search-results"];
    private readonly List<(string Id, string Title, StringBuilder Text)> _sections = [("", "", new())];
    private (string Text, string Html)? _title;
    private string? _lead;
    private bool _hasPlotly;

    /// <summary>Renders a notebook.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="pages">Pages of the book by their path.</param>
    /// <param name="plotly">Path of plotly.js in the output folder.</param>
    public ChapterRenderer(PlayedNotebook notebook, IReadOnlySet<string> pages, string plotly)
    {
        _notebook = notebook;
        _links = new(notebook, pages);
        _plotly = plotly;
    }

    /// <summary>Pictures the page uses: where each is now, and its path in the output folder.</summary>
    public IReadOnlyDictionary<string, string> Pictures => _links.Pictures;

    public Chapter Render()
    {
        var href = Path.ChangeExtension(_notebook.RelativePath, ".html");
        foreach (var cell in _notebook.Notebook.Cells)
        {
            if (cell.Kind == CellKind.Markdown)
                AddProse(cell);
            else if (cell.Kind == CellKind.Code && !string.IsNullOrWhiteSpace(cell.Source))
                AddCode(cell, string.Concat(Enumerable.Repeat("../", href.Count(c => c == '/'))));
        }

        var name = Path.GetFileNameWithoutExtension(href);
        var (text, html) = _title ?? (name, WebUtility.HtmlEncode(name));
        var number = ChapterNumber().Match(text);
        var fileNumber = FileNumber().Match(name);
        return new()
        {
            Href = href,
            Number = number.Success ? number.Groups[1].Value : fileNumber.Success ? fileNumber.Groups[1].Value : "",
            Title = number.Success ? text[number.Length..] : text,
            TitleHtml = number.Success ? html[Math.Min(number.Length, html.Length)..] : html,
            LeadHtml = _lead ?? "",
            BodyHtml = _html.ToString(),
            Headings = _headings,
            Sections = [.. _sections.Select(section => new SearchSection(section.Id, section.Title, Spaces().Replace(section.Text.ToString(), " ").Trim()))],
            Security = _security,
            Failure = _notebook.Failure,
        };
    }

    private void AddProse(Cell cell)
    {
        var body = MarkdownHtml.Parse(cell.Source, mayEmbed: true).Body!;
        _links.Rewrite(body, cell);
        foreach (var element in body.QuerySelectorAll("[id]"))
            element.Id = Unique(Slug.Of(element.Id!));
        foreach (var code in body.QuerySelectorAll("pre > code.language-csharp, pre > code.language-cs, pre > code.language-c\\#"))
            code.InnerHtml = CSharpHighlighter.Html(code.TextContent.TrimEnd('\n'));
        foreach (var paragraph in body.QuerySelectorAll("p"))
            MarkAdvice(paragraph);
        foreach (var pre in body.QuerySelectorAll("pre"))
            pre.ClassList.Add("scrolls");
        foreach (var table in body.QuerySelectorAll("table").ToArray())
            Wrap(table, "table scrolls");
        foreach (var element in body.Children.ToArray())
            AddBlock(element);
        var inner = body.InnerHtml.Trim();
        if (inner.Length > 0)
            _html.Append(CultureInfo.InvariantCulture, $"<section class=\"prose\" id=\"cell-{cell.Number}\">{inner}</section>\n");
    }

    private void AddBlock(IElement element)
    {
        if (element is IHtmlHeadingElement)
            AddHeading(element);
        else
            _sections[^1].Text.Append(' ').Append(element.TextContent);
        if (element is IHtmlParagraphElement && _title is not null)
            _lead ??= element.InnerHtml;
    }

    private void AddHeading(IElement heading)
    {
        var text = Spaces().Replace(heading.TextContent, " ").Trim();
        var html = heading.InnerHtml.Trim();
        if (heading.LocalName == "h1" && _title is null)
        {
            _title = (text, html);
            heading.Remove();
            return;
        }

        var id = Unique(Slug.Of(text));
        heading.Id = id;
        heading.InnerHtml = $"{html} <a class=\"anchor\" href=\"#{id}\" aria-label=\"Link to this section\">#</a>";
        _sections.Add((id, text, new()));
        var level = heading.LocalName[1] - '0';
        if (level <= 3)
            _headings.Add(new(level, id, html));
    }

    private void AddCode(Cell cell, string toRoot)
    {
        var output = new OutputHtml(_security, cell.IsPlayed || _notebook.TrustsFile);
        var outputs = string.Concat(cell.Outputs.OfType<System.Text.Json.Nodes.JsonObject>().Select(output.Render));
        if (output.NeedsPlotly && !_hasPlotly && _plotly.Length > 0)
        {
            _html.Append(CultureInfo.InvariantCulture, $"<script src=\"{toRoot}{_plotly}\" charset=\"utf-8\"></script>\n");
            _hasPlotly = true;
        }

        var failed = _notebook.Failure?.Cell == cell.Number ? " failed" : "";
        var source = cell.Source.Trim('\n', '\r');
        var colored = cell.Language == "csharp" ? CSharpHighlighter.Html(source) : WebUtility.HtmlEncode(source);
        _html.Append(CultureInfo.InvariantCulture, $"<section class=\"code{failed}\" id=\"cell-{cell.Number}\">");
        _html.Append(CultureInfo.InvariantCulture, $"<div class=\"source\"><pre class=\"scrolls\"><code>{colored}</code></pre></div>");
        if (failed.Length > 0)
            _html.Append("<p class=\"stop\">This cell failed. The cells after it were not played.</p>");
        if (outputs.Length > 0)
            _html.Append(CultureInfo.InvariantCulture, $"<div class=\"outputs\">{outputs}</div>");
        _html.Append("</section>\n");
        _sections[^1].Text.Append(' ').Append(source);
    }

    private string Unique(string id)
    {
        for (var n = 1; ; n++)
        {
            var candidate = n == 1 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}-{n}");
            if (!candidate.StartsWith("cell-", StringComparison.Ordinal) && _ids.Add(candidate))
                return candidate;
        }
    }

    /// <summary>A paragraph that begins with a bold "Predict." or "What you see." is set off.</summary>
    private static void MarkAdvice(IElement paragraph)
    {
        if (paragraph.FirstChild is IElement { LocalName: "strong" } start)
        {
            var words = start.TextContent.TrimEnd('.', ':', ' ');
            if (words is "Predict" or "What you see")
                paragraph.ClassList.Add(words == "Predict" ? "predict" : "seen");
        }
    }

    private static void Wrap(IElement element, string className)
    {
        var wrapper = element.Owner!.CreateElement("div");
        wrapper.ClassName = className;
        element.Replace(wrapper);
        wrapper.AppendChild(element);
    }

    [GeneratedRegex(@"^(?:Chapter\s+)?(\d+)(?:[.:]|\s*[–—-])?\s+")]
    private static partial Regex ChapterNumber();

    [GeneratedRegex(@"^0*(\d+)-")]
    private static partial Regex FileNumber();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

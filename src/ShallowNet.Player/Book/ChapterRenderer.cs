using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ShallowNet.Player.Notebooks;

namespace ShallowNet.Player.Book;

/// <summary>Renders one notebook: its cells as HTML, its headings, and its words for the search.</summary>
internal sealed partial class ChapterRenderer
{
    private const string EndOfSetUp = "</details></section>\n";

    private readonly PlayedNotebook _notebook;
    private readonly ChapterLinks _links;
    private readonly string _plotly;
    private readonly ContentSecurity _security = new();
    private readonly StringBuilder _html = new();
    private readonly References _references;
    private readonly List<Heading> _headings = [];
    private readonly Dictionary<string, int> _repeats = [];
    private readonly HashSet<string> _ids = ["main", "menu", "sidebar", "search", "search-results"];
    private readonly List<(string Id, string Title, StringBuilder Text, StringBuilder Code)> _sections = [("", "", new(), new())];
    private readonly string _href;
    private readonly string _toRoot;
    private readonly string _number;
    private (string Text, string Html)? _title;
    private string? _lead;
    private bool _hasPlotly;
    private bool _isPredicting;
    private bool _isSettingUp;
    private int _figures;

    /// <summary>Renders a notebook.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="pages">Pages of the book by their path.</param>
    /// <param name="plotly">Path of plotly.js in the output folder.</param>
    public ChapterRenderer(PlayedNotebook notebook, IReadOnlySet<string> pages, string plotly)
    {
        _notebook = notebook;
        _links = new(notebook, pages);
        _plotly = plotly;
        _href = notebook.Href;
        _toRoot = string.Concat(Enumerable.Repeat("../", _href.Count(c => c == '/')));
        _number = FileNumber().Match(Path.GetFileName(_href)) is { Success: true } match ? match.Groups[1].Value : "";
        _references = new(notebook.Notebook, _toRoot, pages);
    }

    /// <summary>Pictures the page uses: where each is now, and its path in the output folder.</summary>
    public IReadOnlyDictionary<string, string> Pictures => _links.Pictures;

    public Chapter Render(CancellationToken cancellation)
    {
        foreach (var cell in _notebook.Notebook.Cells)
        {
            cancellation.ThrowIfCancellationRequested();
            if (cell.Kind == CellKind.Markdown)
                AddProse(cell);
            else if (cell.Kind == CellKind.Code && !string.IsNullOrWhiteSpace(cell.Source))
                AddCode(cell);
        }
        var name = Path.GetFileNameWithoutExtension(_href);
        var (text, html) = _title ?? (name, HtmlEncode(name));
        var solutions = SolutionsTitle().Match(text);
        if (solutions.Success && _href.StartsWith("solutions/", StringComparison.Ordinal))
        {
            // The page stands under "Solutions" already.
            var title = $"{solutions.Groups["number"].Value} {solutions.Groups["title"].Value}";
            (text, html) = (title, HtmlEncode(title));
        }
        var number = ChapterNumber().Match(text);
        return new()
        {
            Href = _href,
            Source = _notebook.RelativePath,
            Number = number.Success ? number.Groups[1].Value : _number,
            Title = number.Success ? text[number.Length..] : text,
            TitleHtml = number.Success ? html[Math.Min(number.Length, html.Length)..] : html,
            LeadHtml = _lead ?? "",
            BodyHtml = _html.ToString(),
            Headings = _headings,
            Sections = [.. _sections
                .Select(section => new SearchSection(section.Id, section.Title, OneLine(section.Text), OneLine(section.Code)))],
            Security = _security,
            Failure = _notebook.Failure,
            IsPlayed = _notebook.TrustsFile || _notebook.Notebook.Cells.Any(cell => cell.IsPlayed),
            HasPredictions = _html.ToString().Contains("<details class=\"reveal\"", StringComparison.Ordinal),
        };
    }

    private void AddProse(Cell cell)
    {
        _isSettingUp = false;
        var body = MarkdownHtml.Parse(cell.Source, mayEmbed: true).Body!;
        _links.Rewrite(body, cell);
        foreach (var element in body.QuerySelectorAll("[id]"))
            element.Id = Unique(Slug.Of(element.Id!));
        foreach (var code in body.QuerySelectorAll("pre > code.language-csharp, pre > code.language-cs, pre > code.language-c\\#"))
            code.InnerHtml = CSharpHighlighter.Html(code.TextContent.TrimEnd('\n'));
        foreach (var pre in body.QuerySelectorAll("pre"))
            pre.ClassList.Add("scrolls");
        foreach (var table in body.QuerySelectorAll("table").ToArray())
            Wrap(table, "div", "table scrolls");
        foreach (var math in body.QuerySelectorAll("span.math").ToArray())
            KeepWithPunctuation(math);
        foreach (var quote in body.QuerySelectorAll("blockquote")
            .Where(quote => quote.QuerySelector("p > strong")?.TextContent == "Aside."))
        {
            MakeAside(quote);
        }
        foreach (var next in body.QuerySelectorAll("p")
            .Where(p => p.TextContent.StartsWith("Next: ", StringComparison.Ordinal) && p.QuerySelector("a[href]") is not null))
        {
            // The page has a button for it.
            next.Remove();
        }
        _references.Mark(body);
        foreach (var element in body.Children.ToArray())
            AddBlock(element);
        var inner = Fold(body).Trim();
        if (inner.Length > 0)
            _html.Append(Invariant($"<section class=\"prose\" id=\"cell-{cell.Number}\">{inner}</section>\n"));
    }

    /// <summary>
    /// Folds the finding of a cell that comes after a prediction: all from "What you see." to the next heading or question. A "Predict."
    /// that is not followed by its own finding folds the outputs to come.
    /// </summary>
    private string Fold(IElement body)
    {
        IElement? finding = null;
        foreach (var element in body.Children.ToArray())
        {
            var opening = element is IHtmlParagraphElement { FirstChild: IElement { LocalName: "strong" } start }
                ? start.TextContent.TrimEnd('.', ':', ' ')
                : "";
            if (opening is "Predict" or "What you see")
                element.ClassList.Add(opening == "Predict" ? "predict" : "seen");
            if (element is IHtmlHeadingElement || opening is "Predict" or "Question" or "What you see")
            {
                finding = null;
                if (opening == "What you see" && _isPredicting)
                {
                    finding = body.Owner!.CreateElement("div");
                    element.Before(finding);
                }
                _isPredicting = opening == "Predict";
            }
            finding?.AppendChild(element);
        }
        foreach (var div in body.Children
            .Where(element => element is IHtmlDivElement && element.FirstElementChild?.ClassList.Contains("seen") == true))
        {
            div.OuterHtml = Reveal("What you see", div.InnerHtml);
        }
        return body.InnerHtml;
    }

    private static string Reveal(string what, string html) => $"<details class=\"reveal\"><summary>{what}</summary>{html}</details>";

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
        _sections.Add((id, text, new(), new()));
        var level = heading.LocalName[1] - '0';
        if (level <= 3)
            _headings.Add(new(level, id, html));
    }

    private void AddCode(Cell cell)
    {
        var output = new OutputHtml(_security, cell.IsPlayed || _notebook.TrustsFile, NumberFigure);
        var outputs = string.Concat(cell.Outputs.OfType<System.Text.Json.Nodes.JsonObject>().Select(output.Render));
        if (output.NeedsPlotly && !_hasPlotly && _plotly.Length > 0)
        {
            _html.Append(Invariant($"<script src=\"{_toRoot}{_plotly}\" charset=\"utf-8\"></script>\n"));
            _hasPlotly = true;
        }
        var source = cell.Source.Trim('\n', '\r');
        var failure = _notebook.Failure is { } f && f.Cell == cell.Number ? f : null;
        var colored = cell.Language == "csharp" ? CSharpHighlighter.Html(source) : HtmlEncode(source);
        if (failure is not null)
            colored = NumberLines(colored, failure.Line);
        var code = $"<div class=\"source\"><pre class=\"scrolls\"><code>{colored}</code></pre></div>";
        _isSettingUp |= SetUp().IsMatch(source);
        var isSetUp = failure is null && _isSettingUp;

        if (failure is not null)
            code += "<p class=\"stop\">This cell failed. The cells after it were not played.</p>";
        if (outputs.Length > 0)
            outputs = $"<div class=\"outputs\">{outputs}</div>";
        if (outputs.Length > 0 && _isPredicting && failure is null)
            outputs = Reveal("Show", outputs);
        if (isSetUp && EndsInSetUp())
        {
            // The set-up is several cells, but one thing to fold.
            _html.Length -= EndOfSetUp.Length;
            _html.Append(Invariant($"<a class=\"target\" id=\"cell-{cell.Number}\"></a>"));
        }
        else
        {
            _html.Append(Invariant($"<section class=\"code{(failure is null ? "" : " failed")}\" id=\"cell-{cell.Number}\">"));
            _html.Append(isSetUp ? "<details class=\"setup\"><summary>Set-up</summary>" : "");
        }
        if (cell.Id is { } id && ExerciseId().IsMatch(id))
            _html.Append(Invariant($"<a class=\"target\" id=\"{Unique(id)}\"></a>"));
        _html.Append(code).Append(isSetUp ? "</details>" : "").Append(outputs).Append("</section>\n");
        _sections[^1].Code.Append(' ').Append(source);
    }

    private bool EndsInSetUp() =>
        _html.Length > EndOfSetUp.Length && _html.ToString(_html.Length - EndOfSetUp.Length, EndOfSetUp.Length) == EndOfSetUp;

    /// <summary>Puts "Figure 5.3" before the caption of a figure, as a link to itself; the appendix has no numbers.</summary>
    private void NumberFigure(IElement caption)
    {
        if (_number.Length == 0 || _href.Contains('/', StringComparison.Ordinal))
            return;
        var link = caption.Owner!.CreateElement("a");
        link.ClassName = "figure-number";
        link.Id = Unique(Invariant($"figure-{_number}-{++_figures}"));
        link.SetAttribute("href", "#" + link.Id);
        link.TextContent = Invariant($"Figure {_number}.{_figures}");
        caption.Prepend(link, caption.Owner.CreateTextNode(" "));
    }

    /// <summary>
    /// Each line as a block of its own, which the style sheet numbers; the one to blame is marked. Spans of several lines are closed and
    /// opened again.
    /// </summary>
    private static string NumberLines(string html, int? marked)
    {
        var lines = html.ReplaceLineEndings("\n").Split('\n');
        var open = "";
        for (var i = 0; i < lines.Length; i++)
        {
            var line = open + lines[i];
            open = SpanTag().Matches(line).Aggregate("", (tag, match) => match.Value == "</span>" ? "" : match.Value);
            lines[i] = $"<span class=\"line{(i + 1 == marked ? " marked" : "")}\">{line}{(open.Length > 0 ? "</span>" : "")}\n</span>";
        }
        return string.Concat(lines);
    }

    /// <summary>Punctuation after a short formula stays on the formula's line; a long one must be free to break.</summary>
    private static void KeepWithPunctuation(IElement math)
    {
        const int longest = 24;
        if (math.TextContent.Length > longest
            || math.NextSibling is not IText { Data: [',' or '.' or ';' or ':' or ')' or '?' or '!' or '’', ..] } after)
        {
            return;
        }
        var together = Wrap(math, "span", "nobreak");
        together.AppendChild(math.Owner!.CreateTextNode(after.Data[..1]));
        after.Data = after.Data[1..];
    }

    private string Unique(string id)
    {
        for (var n = _repeats.GetValueOrDefault(id) + 1; ; n++)
        {
            var candidate = n == 1 ? id : Invariant($"{id}-{n}");
            if (!candidate.StartsWith("cell-", StringComparison.Ordinal) && _ids.Add(candidate))
            {
                _repeats[id] = n;
                return candidate;
            }
        }
    }

    /// <summary>A quotation that begins "Aside." stands in the margin, without that word.</summary>
    private static void MakeAside(IElement quote)
    {
        quote.ClassList.Add("aside");
        quote.SetAttribute("role", "note");
        var word = quote.QuerySelector("strong")!;
        if (word.NextSibling is IText text)
            text.Data = text.Data.TrimStart();
        word.Remove();
    }

    private static IElement Wrap(IElement element, string tag, string className)
    {
        var wrapper = element.Owner!.CreateElement(tag);
        wrapper.ClassName = className;
        element.Replace(wrapper);
        wrapper.AppendChild(element);
        return wrapper;
    }

    private static string OneLine(StringBuilder text) => Spaces().Replace(text.ToString(), " ").Trim();

    [GeneratedRegex(@"^\s*#(r\s|!import\s|i\s)", RegexOptions.Multiline)]
    private static partial Regex SetUp();

    [GeneratedRegex(@"^(exercise|check)-\d+-\d+$")]
    private static partial Regex ExerciseId();

    [GeneratedRegex("<span class=\"[a-z]\">|</span>")]
    private static partial Regex SpanTag();

    [GeneratedRegex(@"^(?:Chapter\s+)?(\d+)(?:[.:]|\s*[–—-])?\s+")]
    private static partial Regex ChapterNumber();

    [GeneratedRegex(@"^(?:Solutions to chapter (?<number>\d+)[,:]? (?<title>.+)|(?<number>\d+) (?<title>.+): solutions)$")]
    private static partial Regex SolutionsTitle();

    [GeneratedRegex(@"^0*(\d+)-")]
    private static partial Regex FileNumber();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ShallowNet.Player.Book;

/// <summary>Renders one notebook: its cells as HTML, its headings, and its words for the search. The pages of the book are known by their
/// path in the output folder, and so is plotly.js, "" if there is none.</summary>
internal sealed class ChapterRenderer(PlayedNotebook notebook, IReadOnlySet<string> pages, string plotly)
{
    private static readonly Regex SetUp = new(@"^\s*#(r\s|!import\s|i\s)", RegexOptions.Multiline);
    private static readonly Regex ExerciseId = new(@"^(exercise|check)-\d+-\d+$");
    private static readonly Regex SpanTag = new("<span class=\"[a-z]\">|</span>");
    private static readonly Regex ChapterNumber = new(@"^(?:Chapter\s+)?(?<number>\d+)(?:[.:]|\s*[–—-])?\s+");
    private static readonly Regex SolutionsTitle = new(@"^(?:Solutions to chapter (?<number>\d+)[,:]? (?<title>.+)|(?<number>\d+) (?<title>.+): solutions)$");
    private static readonly Regex FileNumber = new(@"^0*(?<number>\d+)-");

    private const string EndOfSetUp = "</details></section>\n";

    private readonly ChapterLinks _links = new(notebook, pages);
    private readonly References _references = new(notebook, pages);
    private readonly ContentSecurity _security = new();
    private readonly StringBuilder _html = new();
    private readonly List<Section> _sections = [new(0, "", "", "")];
    private readonly Dictionary<string, int> _repeats = [];
    private readonly HashSet<string> _ids = ["main", "menu", "sidebar", "search", "search-results"];
    private readonly string _number = FileNumber.Match(Path.GetFileName(notebook.Href)).Groups["number"].Value;
    private (string Text, string Html)? _title;
    private string? _lead;
    private bool _hasPlotly, _isPredicting, _isSettingUp;
    private int _figures;

    public IReadOnlyDictionary<string, string> Pictures => _links.Pictures;

    public Chapter Render(CancellationToken cancellation)
    {
        foreach (var cell in notebook.Notebook.Cells)
        {
            cancellation.ThrowIfCancellationRequested();
            if (cell.Kind == CellKind.Markdown)
                AddProse(cell);
            else if (cell.Kind == CellKind.Code && !string.IsNullOrWhiteSpace(cell.Source))
                AddCode(cell);
        }
        var name = Path.GetFileNameWithoutExtension(notebook.Href);
        var (text, html) = _title ?? (name, HtmlEncode(name));
        // The page stands under "Solutions" already.
        if (notebook.IsAppendix && SolutionsTitle.IsMatch(text))
            html = HtmlEncode(text = SolutionsTitle.Replace(text, "${number} ${title}"));
        var start = ChapterNumber.Match(text);
        return new(notebook, start.Success ? start.Groups["number"].Value : _number, text[start.Length..],
            html[Math.Min(start.Length, html.Length)..], _lead ?? "", _html.ToString(), _sections, _security);
    }

    private void AddProse(Cell cell)
    {
        _isSettingUp = false;
        var body = MarkdownHtml.Parse(cell.Source, mayEmbed: true).Body!;
        _links.Rewrite(body, cell);
        foreach (var element in body.QuerySelectorAll("[id]"))
            element.Id = Unique(PageText.Slug(element.Id!));
        foreach (var code in body.QuerySelectorAll("pre > code:is(.language-csharp, .language-cs, .language-c\\#)"))
            code.InnerHtml = CSharpHighlighter.Html(code.TextContent.TrimEnd('\n'));
        body.QuerySelectorAll("pre").AddClass("scrolls");
        body.QuerySelectorAll("table").Wrap("<div class=\"table scrolls\"></div>");
        foreach (var math in body.QuerySelectorAll("span.math"))
            KeepWithPunctuation(math);
        foreach (var quote in body.QuerySelectorAll("blockquote"))
            MakeAside(quote);
        // The page has a button for the next chapter.
        var next = body.QuerySelectorAll("p:has(a[href])").Where(p => p.TextContent.StartsWith("Next: ", StringComparison.Ordinal));
        next.ToList().ForEach(p => p.Remove());
        _references.Mark(body);
        foreach (var element in body.Children.ToArray())
        {
            if (element is IHtmlHeadingElement)
                AddHeading(element);
            else
                _sections[^1].Words.Append(' ').Append(element.TextContent);
            if (element is IHtmlParagraphElement && _title is not null)
                _lead ??= element.InnerHtml;
        }
        Fold(body);
        if (body.InnerHtml.Trim() is { Length: > 0 } html)
            _html.Append(Invariant($"<section class=\"prose\" id=\"cell-{cell.Number}\">{html}</section>\n"));
    }

    /// <summary>Folds the finding of a cell that comes after a prediction: all from "What you see." to the next heading or question. A
    /// "Predict." that is not followed by its own finding folds the outputs to come.</summary>
    private void Fold(IElement body)
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
                    element.Insert(AdjacentPosition.BeforeBegin, Reveal(opening, ""));
                    finding = element.PreviousElementSibling;
                }
                _isPredicting = opening == "Predict";
            }
            finding?.AppendChild(element);
        }
    }

    private static string Reveal(string what, string html) => $"<details class=\"reveal\"><summary>{what}</summary>{html}</details>";

    private void AddHeading(IElement heading)
    {
        var (text, html) = (PageText.OneLine(heading.TextContent), heading.InnerHtml.Trim());
        if (heading.LocalName == "h1" && _title is null)
        {
            _title = (text, html);
            heading.Remove();
            return;
        }
        var id = heading.Id = Unique(PageText.Slug(text));
        heading.InnerHtml = $"{html} <a class=\"anchor\" href=\"#{id}\" aria-label=\"Link to this section\">#</a>";
        _sections.Add(new(heading.LocalName[1] - '0', id, text, html));
    }

    private void AddCode(Cell cell)
    {
        var output = new OutputHtml(_security, cell.IsPlayed || notebook.TrustsFile, NumberFigure);
        var outputs = string.Concat(cell.Outputs.OfType<JsonObject>().Select(output.Render));
        if (output.NeedsPlotly && !_hasPlotly && plotly.Length > 0)
        {
            _html.Append(Invariant($"<script src=\"{notebook.ToRoot}{plotly}\" charset=\"utf-8\"></script>\n"));
            _hasPlotly = true;
        }
        var source = cell.Source.Trim('\n', '\r');
        var failure = notebook.Failure is { } f && f.Cell == cell.Number ? f : null;
        _isSettingUp |= SetUp.IsMatch(source);
        var isSetUp = failure is null && _isSettingUp;
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
        if (cell.Id is { } id && ExerciseId.IsMatch(id))
            _html.Append(Invariant($"<a class=\"target\" id=\"{Unique(id)}\"></a>"));
        var colored = cell.Language == "csharp" ? CSharpHighlighter.Html(source) : HtmlEncode(source);
        var code = failure is null ? colored : NumberLines(colored, failure.Line);
        _html.Append(Invariant($"<div class=\"source\"><pre class=\"scrolls\"><code>{code}</code></pre></div>"))
            .Append(failure is null ? "" : "<p class=\"stop\">This cell failed. The cells after it were not played.</p>")
            .Append(isSetUp ? "</details>" : "").Append(outputs).Append("</section>\n");
        _sections[^1].Code.Append(' ').Append(source);
    }

    private bool EndsInSetUp() =>
        _html.Length > EndOfSetUp.Length && _html.ToString(_html.Length - EndOfSetUp.Length, EndOfSetUp.Length) == EndOfSetUp;

    /// <summary>Puts "Figure 5.3" before the caption of a figure, as a link to itself; the appendix has no numbers.</summary>
    private void NumberFigure(IElement caption)
    {
        if (_number.Length == 0 || notebook.ToRoot.Length > 0)
            return;
        var id = Unique(Invariant($"figure-{_number}-{++_figures}"));
        caption.Insert(AdjacentPosition.AfterBegin,
            Invariant($"<a class=\"figure-number\" id=\"{id}\" href=\"#{id}\">Figure {_number}.{_figures}</a> "));
    }

    /// <summary>Each line as a block of its own, one of them marked. Spans of several lines are closed and opened again.</summary>
    private static string NumberLines(string html, int? marked)
    {
        var open = "";
        return string.Concat(html.ReplaceLineEndings("\n").Split('\n').Select((line, i) =>
        {
            var whole = open + line;
            open = SpanTag.Matches(whole).Aggregate("", (tag, match) => match.Value == "</span>" ? "" : match.Value);
            return $"<span class=\"line{(i + 1 == marked ? " marked" : "")}\">{whole}{(open.Length > 0 ? "</span>" : "")}\n</span>";
        }));
    }

    /// <summary>Punctuation after a short formula stays on the formula's line; a long one must be free to break.</summary>
    private static void KeepWithPunctuation(IElement math)
    {
        const int longest = 24;
        if (math.TextContent.Length > longest
            || math.NextSibling is not IText { Data: [',' or '.' or ';' or ':' or ')' or '?' or '!' or '’', ..] } mark)
        {
            return;
        }
        mark.Split(1);
        ((IElement[])[math]).Wrap("<span class=\"nobreak\"></span>");
        math.Parent!.AppendChild(mark);
    }

    private string Unique(string id)
    {
        while (true)
        {
            var n = _repeats[id] = _repeats.GetValueOrDefault(id) + 1;
            var candidate = n == 1 ? id : Invariant($"{id}-{n}");
            if (!candidate.StartsWith("cell-", StringComparison.Ordinal) && _ids.Add(candidate))
                return candidate;
        }
    }

    /// <summary>A quotation that begins "Aside." stands in the margin, without that word.</summary>
    private static void MakeAside(IElement quote)
    {
        if (quote.QuerySelector("p > strong") is not { TextContent: "Aside." } word)
            return;
        quote.ClassList.Add("aside");
        quote.SetAttribute("role", "note");
        if (word.NextSibling is IText text)
            text.Data = text.Data.TrimStart();
        word.Remove();
    }
}

using AngleSharp.Html.Dom;
using Ganss.Xss;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace ShallowNet.Player.Book;

/// <summary>Markdown as sanitized HTML: what Jupyter lets through for a notebook it does not trust.</summary>
internal static partial class MarkdownHtml
{
    /// <summary>Longer texts, and those nested too deep, are shown as they are.</summary>
    private const int MaxLength = 1 << 20;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseMathematics().UseAutoLinks().UseFootnotes().UseTaskLists()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough).Build();

    /// <summary>The HTML as a document whose body holds it; scripts, handlers, frames, forms and unknown elements are gone.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="mayEmbed">True for a Markdown cell, whose pictures may be attachments or stand in the text; <see cref="ChapterLinks"/>
    /// sees to its links.</param>
    public static IHtmlDocument Parse(string markdown, bool mayEmbed = false)
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<HtmlMathInlineRenderer>(new InlineMath());
        renderer.ObjectRenderers.Replace<HtmlMathBlockRenderer>(new BlockMath());
        renderer.ObjectRenderers.Replace<HtmlBlockRenderer>(new BlockHtml());
        var isFit = markdown.Length <= MaxLength;
        try
        {
            renderer.Render(Markdown.Parse(isFit ? markdown : "", Pipeline));
        }
        catch (ArgumentException)
        {
            // Nested deeper than Markdig goes.
            isFit = false;
        }
        isFit = isFit && !HtmlDepth.IsTooDeep(writer.ToString());
        return NewSanitizer(mayEmbed).SanitizeDom(isFit ? writer.ToString() : $"<pre>{HtmlEncode(markdown)}</pre>");
    }

    /// <summary>HTML from a source that is not trusted, sanitized the same way.</summary>
    public static string Sanitize(string html) => NewSanitizer(false).Sanitize(html);

    [GeneratedRegex("(<[^>]*>)")]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<![\\\w$])\$(?![\s$])([^$]+?)(?<!\s)\$(?![\w$])")]
    private static partial Regex Tex();

    private static HtmlSanitizer NewSanitizer(bool mayEmbed)
    {
        var sanitizer = new HtmlSanitizer();
        foreach (var tag in (string[])["form", "button", "textarea", "select", "option", "optgroup", "fieldset", "legend", "label",
            "datalist", "keygen", "style"])
        {
            sanitizer.AllowedTags.Remove(tag);
        }
        foreach (var attribute in (string[])["class", "id", "open", "role", "aria-label", "aria-hidden", "loading"])
            sanitizer.AllowedAttributes.Add(attribute);
        foreach (var attribute in (string[])["background", "action", "name", "usemap", "accesskey", "autocomplete"])
            sanitizer.AllowedAttributes.Remove(attribute);
        sanitizer.AllowedSchemes.UnionWith(mayEmbed ? ["mailto", "attachment", "data"] : ["mailto"]);
        sanitizer.AllowedCssProperties.Clear();
        sanitizer.AllowedCssProperties.UnionWith(
            ["text-align", "vertical-align", "width", "max-width", "height", "color", "background-color", "font-weight", "font-style"]);
        sanitizer.PostProcessNode += (_, e) =>
        {
            if (e.Node is IHtmlInputElement { Type: not "checkbox" } input)
                input.Remove();
            else if (e.Node is IHtmlInputElement box)
                box.IsDisabled = true;
        };
        return sanitizer;
    }

    /// <summary>TeX stands in blocks of HTML too, such as the summary of a folded answer.</summary>
    private sealed class BlockHtml : HtmlObjectRenderer<HtmlBlock>
    {
        protected override void Write(HtmlRenderer renderer, HtmlBlock obj)
        {
            var parts = Tag().Split(obj.Lines.ToString());
            var typeset = parts.Select(part => part.StartsWith('<') ? part : Tex().Replace(part, "<span class=\"math\">$1</span>"));
            renderer.WriteLine(string.Concat(typeset));
        }
    }

    private sealed class InlineMath : HtmlObjectRenderer<MathInline>
    {
        protected override void Write(HtmlRenderer renderer, MathInline obj)
        {
            renderer.Write(obj.DelimiterCount == 2 ? "<span class=\"math math-display\">" : "<span class=\"math\">");
            renderer.WriteEscape(ref obj.Content);
            renderer.Write("</span>");
        }
    }

    private sealed class BlockMath : HtmlObjectRenderer<MathBlock>
    {
        protected override void Write(HtmlRenderer renderer, MathBlock obj)
        {
            renderer.EnsureLine();
            renderer.Write("<div class=\"math math-display\">");
            renderer.WriteLeafRawLines(obj, writeEndOfLines: true, escape: true);
            renderer.WriteLine("</div>");
        }
    }
}

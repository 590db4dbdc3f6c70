using AngleSharp.Html.Dom;
using Ganss.Xss;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace ShallowNet.Player.Book;

/// <summary>Markdown as sanitized HTML: what Jupyter lets through for a notebook it does not trust.</summary>
internal static class MarkdownHtml
{
    private static readonly Regex Tag = new("(<[^>]*>)");
    private static readonly Regex Tex = new(@"(?<![\\\w$])\$(?![\s$])([^$]+?)(?<!\s)\$(?![\w$])");

    /// <summary>Longer texts, and those nested too deep, are shown as they are.</summary>
    private const int MaxLength = 1 << 20;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseMathematics().UseAutoLinks().UseFootnotes().UseTaskLists()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough).Build();

    /// <summary>The HTML as a document whose body holds it; scripts, handlers, frames, forms and unknown elements are gone. The pictures of
    /// a Markdown cell may be attachments or embedded; <see cref="ChapterLinks"/> sees to its links.</summary>
    public static IHtmlDocument Parse(string markdown, bool mayEmbed = false)
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<HtmlMathInlineRenderer>(new Renderer<MathInline>(Write));
        renderer.ObjectRenderers.Replace<HtmlMathBlockRenderer>(new Renderer<MathBlock>(Write));
        renderer.ObjectRenderers.Replace<HtmlBlockRenderer>(new Renderer<HtmlBlock>(Write));
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

    private static HtmlSanitizer NewSanitizer(bool mayEmbed)
    {
        var sanitizer = new HtmlSanitizer();
        sanitizer.AllowedTags.ExceptWith(["form", "button", "textarea", "select", "option", "optgroup", "fieldset", "legend", "label",
            "datalist", "keygen", "style"]);
        sanitizer.AllowedAttributes.UnionWith(["class", "id", "open", "role", "aria-label", "aria-hidden", "loading"]);
        sanitizer.AllowedAttributes.ExceptWith(["background", "action", "name", "usemap", "accesskey", "autocomplete"]);
        sanitizer.AllowedSchemes.UnionWith(mayEmbed ? ["mailto", "attachment", "data"] : ["mailto"]);
        sanitizer.AllowedCssProperties.IntersectWith(
            ["text-align", "vertical-align", "width", "max-width", "height", "color", "background-color", "font-weight", "font-style"]);
        sanitizer.PostProcessNode += (_, e) =>
        {
            if (e.Node is IHtmlInputElement { Type: "checkbox" } box)
                box.IsDisabled = true;
            else
                (e.Node as IHtmlInputElement)?.Remove();
        };
        return sanitizer;
    }

    /// <summary>TeX stands in blocks of HTML too, such as the summary of a folded answer.</summary>
    private static void Write(HtmlRenderer renderer, HtmlBlock block) => renderer.WriteLine(string.Concat(Tag
        .Split(block.Lines.ToString()).Select(part => part.StartsWith('<') ? part : Tex.Replace(part, "<span class=\"math\">$1</span>"))));

    private static void Write(HtmlRenderer renderer, MathInline math)
    {
        renderer.Write(math.DelimiterCount == 2 ? "<span class=\"math math-display\">" : "<span class=\"math\">");
        renderer.WriteEscape(ref math.Content);
        renderer.Write("</span>");
    }

    private static void Write(HtmlRenderer renderer, MathBlock math)
    {
        renderer.EnsureLine();
        renderer.Write("<div class=\"math math-display\">");
        renderer.WriteLeafRawLines(math, writeEndOfLines: true, escape: true);
        renderer.WriteLine("</div>");
    }

    private sealed class Renderer<T>(Action<HtmlRenderer, T> write) : HtmlObjectRenderer<T>
        where T : MarkdownObject
    {
        protected override void Write(HtmlRenderer renderer, T obj) => write(renderer, obj);
    }
}

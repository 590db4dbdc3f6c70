using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ShallowNet.Player.Notebooks;

namespace ShallowNet.Player.Book;

/// <summary>
/// The outputs of one cell as HTML. Text is escaped. HTML that the cell put out while it was just played may carry scripts, and they run;
/// HTML that was already in the file is sanitized.
/// </summary>
internal sealed class OutputHtml(ContentSecurity security, bool isTrusted, Action<IElement> numberFigure)
{
    /// <summary>Larger HTML is shown as text, and no more of it than can be read.</summary>
    private const int MaxHtml = 8 << 20, MaxShown = 10_000;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>
    /// True once an output calls plotly.js while the page loads; the course's own figures fetch it when the first one comes near.
    /// </summary>
    public bool NeedsPlotly { get; private set; }

    public string Render(JsonObject output) => Text(output["output_type"]) switch
    {
        "stream" => Stream(output),
        "error" => Error(output),
        "display_data" or "execute_result" => output["data"] is JsonObject data ? Bundle(data) : "",
        _ => "",
    };

    private static string Stream(JsonObject output)
    {
        var kind = Text(output["name"]) == "stderr" ? "stderr" : "stdout";
        return Pre($"output text {kind}", Output.Text(output["text"]));
    }

    private static string Error(JsonObject output)
    {
        var trace = output["traceback"] is JsonArray lines ? string.Join('\n', lines.Select(line => Output.Text(line))) : "";
        var html = $"<div class=\"output error\" role=\"note\" aria-label=\"Error\">"
            + $"<p class=\"error-name\">{Encode(Text(output["ename"]))}</p>"
            + $"<pre class=\"error-message\">{Encode(Output.Text(output["evalue"]))}</pre>";
        if (!string.IsNullOrWhiteSpace(trace))
            html += $"<details><summary>Where it happened</summary><pre class=\"scrolls\">{Encode(trace)}</pre></details>";
        return html + "</div>";
    }

    private string Bundle(JsonObject data)
    {
        if (data["text/html"] is { } html)
            return RichHtml(Output.Text(html));
        if (data["image/svg+xml"] is { } svg)
            return Image("image/svg+xml", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Output.Text(svg))), data);
        foreach (var mime in (string[])["image/png", "image/jpeg", "image/gif", "image/webp"])
        {
            if (data[mime] is { } image)
                return Image(mime, Output.Text(image), data);
        }
        if (data["text/latex"] is { } tex)
        {
            return "<div class=\"output tex\">"
                + $"<div class=\"math math-display\">{Encode(Output.Text(tex).Trim().Trim('$').Trim())}</div></div>";
        }
        if (data["text/markdown"] is { } markdown)
            return $"<div class=\"output prose\">{MarkdownHtml.Parse(Output.Text(markdown)).Body!.InnerHtml}</div>";
        if (data["text/plain"] is { } plain)
            return Pre("output text", Output.Text(plain));
        return data["application/json"] is { } json
            ? Pre("output text", json.ToJsonString(Indented))
            : Pre("output text", string.Join('\n', data.Select(pair => $"({pair.Key} cannot be shown on a page)")));
    }

    private string RichHtml(string html)
    {
        if (html.Length > MaxHtml || HtmlDepth.IsTooDeep(html))
        {
            return Pre("output text",
                html.Length > MaxShown ? html[..MaxShown] + "\n[This HTML is too large or nested too deep for a page.]" : html);
        }
        if (!isTrusted)
            return $"<div class=\"output rich scrolls\">{MarkdownHtml.Sanitize(html)}</div>";
        var body = new HtmlParser().ParseDocument("<body>" + html).Body!;
        foreach (var script in body.QuerySelectorAll("script:not([src])"))
            security.AllowScript(script.TextContent);
        foreach (var handler in body.QuerySelectorAll("*").SelectMany(element => element.Attributes)
            .Where(a => a.Name.StartsWith("on", StringComparison.Ordinal)))
        {
            security.AllowHandler(handler.Value);
        }
        foreach (var caption in body.QuerySelectorAll("figure > figcaption"))
            numberFigure(caption);
        NeedsPlotly |= html.Contains("Plotly.newPlot", StringComparison.Ordinal);
        return $"<div class=\"output rich scrolls\">{body.InnerHtml}</div>";
    }

    private static string Image(string mime, string base64, JsonObject data)
    {
        var description = data["text/plain"] is { } plain ? AnsiText.Plain(Output.Text(plain)) : "";
        return $"<div class=\"output image\"><img src=\"data:{mime};base64,{Encode(base64.ReplaceLineEndings(""))}\" "
            + $"alt=\"{Encode(description)}\"></div>";
    }

    private static string Pre(string kind, string text) => $"<pre class=\"{kind} scrolls\">{Encode(text)}</pre>";

    private static string Encode(string text) => HtmlEncode(AnsiText.Plain(text));

    private static string Text(JsonNode? value) => Output.Text(value);
}

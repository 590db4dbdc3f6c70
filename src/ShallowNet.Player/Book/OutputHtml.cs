using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ShallowNet.Player.Book;

/// <summary>The outputs of one cell as HTML. Text is escaped. HTML that the cell put out while it was just played may carry scripts, and
/// they run; HTML that was already in the file is sanitized.</summary>
internal sealed class OutputHtml(ContentSecurity security, bool isTrusted, Action<IElement> numberFigure)
{
    /// <summary>Larger HTML is shown as text, and no more of it than can be read.</summary>
    private const int MaxHtml = 8 << 20, MaxShown = 10_000;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>What is shown of a value that has several forms: the first of these that it has.</summary>
    private static readonly string[] Forms = ["text/html", "image/svg+xml", "image/png", "image/jpeg", "image/gif", "image/webp",
        "text/latex", "text/markdown", "text/plain", "application/json"];

    /// <summary>Whether an output calls plotly.js while the page loads; the course's own figures fetch it when one comes near.</summary>
    public bool NeedsPlotly { get; private set; }

    public string Render(JsonObject output) => Output.Text(output["output_type"]) switch
    {
        "stream" => Pre(Output.Text(output["name"]) == "stderr" ? " stderr" : " stdout", Output.Text(output["text"])),
        "error" => Error(output),
        "display_data" or "execute_result" => output["data"] is JsonObject data ? Value(data) : "",
        _ => "",
    };

    private static string Error(JsonObject output)
    {
        var trace = output["traceback"] is JsonArray lines ? string.Join('\n', lines.Select(Output.Text)) : "";
        var details = string.IsNullOrWhiteSpace(trace) ? ""
            : $"<details><summary>Where it happened</summary><pre class=\"scrolls\">{Encode(trace)}</pre></details>";
        return $"<div class=\"output error\" role=\"note\" aria-label=\"Error\">"
            + $"<p class=\"error-name\">{Encode(Output.Text(output["ename"]))}</p>"
            + $"<pre class=\"error-message\">{Encode(Output.Text(output["evalue"]))}</pre>{details}</div>";
    }

    private string Value(JsonObject data)
    {
        var form = Forms.FirstOrDefault(form => data[form] is not null);
        var text = form is null ? "" : Output.Text(data[form]);
        return form switch
        {
            "text/html" => RichHtml(text),
            "text/latex" => "<div class=\"output tex\">"
                + $"<div class=\"math math-display\">{Encode(text.Trim().Trim('$').Trim())}</div></div>",
            "text/markdown" => $"<div class=\"output prose\">{MarkdownHtml.Parse(text).Body!.InnerHtml}</div>",
            "text/plain" => Pre("", text),
            "application/json" => Pre("", data[form]!.ToJsonString(Indented)),
            "image/svg+xml" => Image(form, Convert.ToBase64String(Encoding.UTF8.GetBytes(text)), data),
            null => Pre("", string.Join('\n', data.Select(pair => $"({pair.Key} cannot be shown on a page)"))),
            _ => Image(form, text, data),
        };
    }

    private string RichHtml(string html)
    {
        if (html.Length > MaxHtml || HtmlDepth.IsTooDeep(html))
            return Pre("", html.Length > MaxShown ? html[..MaxShown] + "\n[This HTML is too large or nested too deep for a page.]" : html);
        if (!isTrusted)
            return $"<div class=\"output rich scrolls\">{MarkdownHtml.Sanitize(html)}</div>";
        var body = new HtmlParser().ParseDocument("<body>" + html).Body!;
        foreach (var script in body.QuerySelectorAll("script:not([src])"))
            security.AllowScript(script.TextContent);
        var attributes = body.QuerySelectorAll("*").SelectMany(element => element.Attributes);
        foreach (var handler in attributes.Where(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)))
            security.AllowHandler(handler.Value);
        foreach (var caption in body.QuerySelectorAll("figure > figcaption"))
            numberFigure(caption);
        NeedsPlotly |= html.Contains("Plotly.newPlot");
        return $"<div class=\"output rich scrolls\">{body.InnerHtml}</div>";
    }

    private static string Image(string mime, string base64, JsonObject data) =>
        $"<div class=\"output image\"><img src=\"data:{mime};base64,{Encode(base64.ReplaceLineEndings(""))}\" "
            + $"alt=\"{Encode(Output.Text(data["text/plain"]))}\"></div>";

    private static string Pre(string kind, string text) => $"<pre class=\"output text{kind} scrolls\">{Encode(text)}</pre>";

    private static string Encode(string text) => HtmlEncode(PageText.Plain(text));
}

using Plotly.NET;

namespace ShallowNet.Notebooks;

/// <summary>
/// Writes a chart as one HTML fragment: heading, legend, plot of a reserved height, slider, note, and the script that draws it.
/// </summary>
internal static class FigureHtml
{
    private static readonly string Style = Resource("figure.css").ReplaceLineEndings("");

    private static readonly string Runtime = Compact(Resource("figure.js")) + Invariant(
        $"(\"{Assembly.GetExecutingAssembly().ManifestModule.ModuleVersionId:N}\",{{url:\"{Plotlyjs.Url}\",")
        + $"integrity:\"{Plotlyjs.Integrity}\"}},\"{Plotlyjs.Version}\","
        + $"{CompactJson.Write(Palette.OnDark)},{CompactJson.Write(Palette.Colorway)});";

    public static string Write(GenericChart chart, string description, FigureOptions options)
    {
        var id = "sn-" + Guid.NewGuid().ToString("N")[..12];
        var traces = Charts.Traces(chart);
        var keys = Keys(chart, traces);
        var html = new StringBuilder();
        html.Append(Invariant($"<figure class=\"sn-figure\" id=\"{id}\" style=\"--sn-width:{options.MaxWidth}px\">"));
        html.Append("<style>").Append(Style).Append(HeightRules(id, options)).Append("</style>");
        if (Charts.Title(chart) is { Length: > 0 } title)
            html.Append("<figcaption>").Append(Charts.Html(title)).Append("</figcaption>");
        AppendKeys(html, keys ?? []);
        html.Append("<div class=\"sn-plot\" role=\"img\" aria-label=\"").Append(HtmlEncode(description)).Append("\">");
        html.Append("<div class=\"sn-note sn-quiet\"><span>").Append(HtmlEncode(description)).Append("</span>");
        html.Append("<span>A script draws the picture; where it stays away, trust the notebook or run the cell.</span></div></div>");
        AppendControls(html, options.Animation);
        if (options.Note.Length > 0)
            html.Append("<p class=\"sn-says\">").Append(HtmlEncode(options.Note)).Append("</p>");
        html.Append("<script>").Append(Runtime).Append("window.shallowNet.draw(\"").Append(id).Append("\",");
        html.Append(Payload(chart, traces, keys is not null, options)).Append(");</script></figure>\n");
        return html.ToString();
    }

    private static string HeightRules(string id, FigureOptions options)
    {
        if (options.Aspect is { } aspect)
            return Invariant($"#{id} .sn-plot{{height:auto;aspect-ratio:{aspect.Width:0.##}/{aspect.Height:0.##}}}");
        if (options.SmallMultiples is not { } panels)
            return Invariant($"#{id}{{--sn-height:{options.Height}px}}");
        var rules = new StringBuilder($"#{id} .sn-plot{{height:{panels.Height(1)}}}");
        for (var columns = 2; columns <= Math.Min(panels.Panels, panels.Most); columns++)
        {
            rules.Append(Invariant($"@container (min-width:{columns * panels.LeastWidth}px)"));
            rules.Append(Invariant($"{{#{id} .sn-plot{{height:{panels.Height(columns)}}}}}"));
        }
        return rules.ToString();
    }

    private static string Payload(GenericChart chart, IReadOnlyList<Trace> traces, bool ownLegend, FigureOptions options)
    {
        var payload = new Dictionary<string, object?>
        {
            ["data"] = traces,
            ["layout"] = Layout(chart),
            ["config"] = GenericChart.getConfig(chart),
            ["keys"] = ownLegend,
        };
        if (options.SmallMultiples is { } panels)
        {
            payload["flow"] = new
            {
                panels = panels.Panels,
                least = panels.LeastWidth,
                most = panels.Most,
                gapX = panels.GapX,
                gapY = panels.GapY,
                shareTitles = panels.ShareTitles,
            };
        }
        if (options.Animation is { } animation)
            payload["steps"] = animation.Steps.Select(step => new { name = step.Name, data = step.Data, layout = step.Layout });
        return CompactJson.Write(payload);
    }

    /// <summary>The layout without what the page does itself: heading, size, and Plotly.NET's default template.</summary>
    private static Dictionary<string, object?> Layout(GenericChart chart)
    {
        var layout = GenericChart.getLayout(chart).GetProperties(true)
            .Where(member => member.Key is not ("title" or "width" or "height") && !IsDefaultTemplate(member.Value))
            .ToDictionary(member => member.Key, member => (object?)member.Value);
        if (!layout.ContainsKey("template"))
            layout.TryAdd("colorway", Palette.Colorway);
        return layout;
    }

    // Writing a template is slow the first time, and asking for the default one makes Plotly.NET build it: so only where there is one to
    // compare.
    private static bool IsDefaultTemplate(object? member) =>
        member is Template template && template.StructurallyEquals(Defaults.DefaultTemplate);

    private sealed record Key(string Name, IReadOnlyList<int> Traces);

    /// <summary>
    /// One entry a named trace or legend group, by plotly's own rules for what a legend holds; null where plotly's legend stays, which
    /// lists slices and not traces.
    /// </summary>
    private static Key[]? Keys(GenericChart chart, IReadOnlyList<Trace> traces)
    {
        if (traces.Any(trace => trace.type is "pie" or "sunburst" or "treemap" or "funnelarea"))
            return null;
        if (Charts.Value(GenericChart.getLayout(chart), "showlegend") is false)
            return [];
        var listed = Enumerable.Range(0, traces.Count)
            .Where(i => Charts.Name(traces[i]).Length > 0 && Charts.Value(traces[i], "showlegend") is not false
                && traces[i].type is not ("heatmap" or "contour" or "surface"))
            .OrderBy(i => Charts.Value(traces[i], "legendrank") as int? ?? 0).ToArray();
        var asked = listed.Any(i => Charts.Value(traces[i], "showlegend") is true);
        if (listed.Length < 2 && !asked)
            return [];
        var groups = Enumerable.Range(0, traces.Count).ToLookup(i => Charts.Value(traces[i], "legendgroup") as string);
        return [.. listed.Select(i => new Key(Charts.Name(traces[i]),
            Charts.Value(traces[i], "legendgroup") is string group ? [i, .. groups[group].Where(j => j != i)] : [i]))];
    }

    private static void AppendKeys(StringBuilder html, Key[] keys)
    {
        if (keys.Length == 0)
            return;
        html.Append("<div class=\"sn-keys\" role=\"group\" aria-label=\"Legend: each button hides or shows a part\">");
        foreach (var key in keys)
        {
            html.Append("<button type=\"button\" class=\"sn-key\" aria-pressed=\"true\" data-traces=\"").AppendJoin(',', key.Traces);
            html.Append("\"><span class=\"sn-swatch\"></span>").Append(Charts.Html(key.Name)).Append("</button>");
        }
        html.Append("</div>");
    }

    private static void AppendControls(StringBuilder html, Animation? animation)
    {
        if (animation is null)
            return;
        var now = HtmlEncode(animation.Steps[animation.Start].Name);
        html.Append("<div class=\"sn-controls\" role=\"group\"><button type=\"button\" class=\"sn-button\" aria-label=\"Play\">▶</button>");
        html.Append(Invariant($"<input type=\"range\" min=\"0\" max=\"{animation.Steps.Count - 1}\" step=\"1\" "));
        html.Append(Invariant($"value=\"{animation.Start}\" "));
        html.Append("aria-label=\"").Append(HtmlEncode(animation.Label)).Append("\" aria-valuetext=\"").Append(now).Append("\">");
        var widest = animation.Steps.Max(step => step.Name.Length) * 0.9;
        html.Append(Invariant($"<output style=\"min-width:{widest:0}ch\">{now}</output></div>"));
    }

    private static string Compact(string script) => string.Join('\n',
        script.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)));

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(FigureHtml).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

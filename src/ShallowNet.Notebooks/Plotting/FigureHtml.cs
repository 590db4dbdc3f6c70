namespace ShallowNet.Notebooks;

/// <summary>A chart as one HTML fragment: heading, legend, plot of a reserved height, slider, note, and the script that draws it.</summary>
internal static class FigureHtml
{
    private static readonly string Style = Resource("figure.css").ReplaceLineEndings("");

    private static readonly string Runtime = Compact(Resource("figure.js")) + Invariant(
        $"(\"{typeof(FigureHtml).Module.ModuleVersionId:N}\",{{url:\"{Plotlyjs.Url}\",integrity:\"{Plotlyjs.Integrity}\"}},")
        + $"\"{Plotlyjs.Version}\",{CompactJson.Write(Palette.OnDark)},{CompactJson.Write(Palette.Colorway)});";

    /// <summary>An id that no other figure of a page has.</summary>
    public static string NewId() => "sn-" + Guid.NewGuid().ToString("N")[..12];

    public static string Write(GenericChart chart, string description, FigureOptions options)
    {
        var (id, traces, said) = (NewId(), Charts.Traces(chart), HtmlEncode(description));
        var keys = Keys(chart, traces);
        return Invariant($"<figure class=\"sn-figure\" id=\"{id}\" style=\"--sn-width:{options.MaxWidth}px\">")
            + $"<style>{Style}{HeightRules(id, options)}</style>"
            + (Charts.Title(chart) is { Length: > 0 } title ? $"<figcaption>{Charts.Html(title)}</figcaption>" : "")
            + Legend(keys ?? [])
            + $"<div class=\"sn-plot\" role=\"img\" aria-label=\"{said}\"><div class=\"sn-note sn-quiet\"><span>{said}</span>"
            + "<span>A script draws the picture; where it stays away, trust the notebook or run the cell.</span></div></div>"
            + (options.Animation is { } animation ? Controls(animation) : "")
            + (options.Note.Length > 0 ? $"<p class=\"sn-says\">{HtmlEncode(options.Note)}</p>" : "")
            + $"<script>{Runtime}window.shallowNet.draw(\"{id}\",{Payload(chart, traces, keys is not null, options)});</script></figure>\n";
    }

    /// <summary>An embedded file.</summary>
    public static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(FigureHtml).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>A script without comment lines and indentation.</summary>
    public static string Compact(string script) => string.Join('\n', script.ReplaceLineEndings("\n").Split('\n')
        .Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)));

    private static string HeightRules(string id, FigureOptions options)
    {
        if (options.Aspect is { } aspect)
            return Invariant($"#{id} .sn-plot{{height:auto;aspect-ratio:{aspect.Width:0.##}/{aspect.Height:0.##}}}");
        if (options.SmallMultiples is not { } panels)
            return Invariant($"#{id}{{--sn-height:{options.Height}px}}");
        return $"#{id} .sn-plot{{height:{panels.Height(1)}}}" + string.Concat(
            Enumerable.Range(2, Math.Max(Math.Min(panels.Panels, panels.Most) - 1, 0)).Select(columns => Invariant(
                $"@container (min-width:{columns * panels.LeastWidth}px){{#{id} .sn-plot{{height:{panels.Height(columns)}}}}}")));
    }

    private static string Payload(GenericChart chart, IReadOnlyList<Trace> traces, bool ownLegend, FigureOptions options)
    {
        var payload = new Dictionary<string, object?> { ["data"] = traces, ["layout"] = Layout(chart), ["keys"] = ownLegend };
        payload["config"] = GenericChart.getConfig(chart);
        if (options.SmallMultiples is { } panels)
            payload["flow"] = panels.Flow;
        if (options.Animation is { } animation)
            payload["steps"] = animation.Steps.Select(step => new { name = step.Name, data = step.Data });
        return CompactJson.Write(payload);
    }

    /// <summary>The layout without what the page does itself: heading, size, and Plotly.NET's default template.</summary>
    private static Dictionary<string, object?> Layout(GenericChart chart)
    {
        // Writing a template is slow the first time, and asking for the default one makes Plotly.NET build it: so only where there is one
        // to compare.
        bool IsDefault(object? member) => member is Template template && template.StructurallyEquals(Defaults.DefaultTemplate);
        var layout = GenericChart.getLayout(chart).GetProperties(true)
            .Where(member => member.Key is not ("title" or "width" or "height") && !IsDefault(member.Value))
            .ToDictionary(member => member.Key, member => (object?)member.Value);
        if (!layout.ContainsKey("template"))
            layout.TryAdd("colorway", Palette.Colorway);
        return layout;
    }

    /// <summary>One entry a named trace or legend group; null where plotly's legend stays, which lists slices and not traces.</summary>
    private static (string Name, int[] Traces)[]? Keys(GenericChart chart, IReadOnlyList<Trace> traces)
    {
        if (traces.Any(trace => trace.type is "pie" or "sunburst" or "treemap" or "funnelarea"))
            return null;
        if (Charts.Value(GenericChart.getLayout(chart), "showlegend") is false)
            return [];
        var listed = traces.Index()
            .Where(trace => Charts.Name(trace.Item).Length > 0 && Charts.Value(trace.Item, "showlegend") is not false
                && trace.Item.type is not ("heatmap" or "contour" or "surface"))
            .OrderBy(trace => Charts.Value(trace.Item, "legendrank") as int? ?? 0).ToArray();
        if (listed.Length < 2 && !listed.Any(trace => Charts.Value(trace.Item, "showlegend") is true))
            return [];
        var groups = traces.Index().ToLookup(trace => Charts.Value(trace.Item, "legendgroup") as string, trace => trace.Index);
        return [.. listed.Select(trace => (Charts.Name(trace.Item), Charts.Value(trace.Item, "legendgroup") is string group
            ? (int[])[trace.Index, .. groups[group].Where(other => other != trace.Index)] : [trace.Index]))];
    }

    private static string Legend((string Name, int[] Traces)[] keys) => keys.Length == 0 ? ""
        : "<div class=\"sn-keys\" role=\"group\" aria-label=\"Legend: each button hides or shows a part\">"
            + string.Concat(keys.Select(key => "<button type=\"button\" class=\"sn-key\" aria-pressed=\"true\" "
                + $"data-traces=\"{string.Join(',', key.Traces)}\"><span class=\"sn-swatch\"></span>{Charts.Html(key.Name)}</button>"))
            + "</div>";

    private static string Controls(Animation animation)
    {
        var now = HtmlEncode(animation.Steps[animation.Start].Name);
        var widest = animation.Steps.Max(step => step.Name.Length) * 0.9;
        return "<div class=\"sn-controls\" role=\"group\"><button type=\"button\" class=\"sn-button\" aria-label=\"Play\">▶</button>"
            + Invariant($"<input type=\"range\" min=\"0\" max=\"{animation.Steps.Count - 1}\" step=\"1\" value=\"{animation.Start}\" ")
            + $"aria-label=\"{HtmlEncode(animation.Label)}\" aria-valuetext=\"{now}\">"
            + Invariant($"<output style=\"min-width:{widest:0}ch\">{now}</output></div>");
    }
}

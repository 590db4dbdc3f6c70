namespace ShallowNet.Notebooks;

/// <summary>Reads what any Plotly.NET chart says of itself.</summary>
internal static partial class Charts
{
    public static IReadOnlyList<Trace> Traces(GenericChart chart) => [.. GenericChart.getTraces(chart)];

    /// <summary>The size asked for; Plotly.NET gives every chart 600 × 600 where nobody asked.</summary>
    public static (int? Width, int? Height) Size(GenericChart chart)
    {
        var layout = GenericChart.getLayout(chart);
        int? Pixels(string name) => int.TryParse(Value(layout, name)?.ToString(), out var pixels) && pixels > 0 ? pixels : null;
        var asked = (Pixels("width"), Pixels("height"));
        return asked == (Defaults.DefaultWidth, Defaults.DefaultHeight) ? default : asked;
    }

    /// <summary>The title as plotly takes it, with its few tags (b, i, sub, sup, br).</summary>
    public static string Title(GenericChart chart) => Value(GenericChart.getLayout(chart), "title") switch
    {
        string title => title,
        DynamicObj.DynamicObj parts => Value(parts, "text") as string ?? "",
        _ => "",
    };

    public static string Describe(GenericChart chart)
    {
        var kinds = Traces(chart).GroupBy(trace => trace.type, (type, all) => (type, Count: all.Count()))
            .Select(kind => $"{kind.Count} {kind.type} trace{(kind.Count == 1 ? "" : "s")}");
        var names = Traces(chart).Select(Name).Where(name => name.Length > 0).Distinct().Take(6).ToArray();
        var title = PlainText(Title(chart));
        var named = names.Length > 0 ? $" ({string.Join(", ", names)})" : "";
        return (title.Length > 0 ? title + ": " : "Chart with ") + string.Join(", ", kinds) + named;
    }

    public static string Name(Trace trace) => Value(trace, "name") as string ?? "";

    public static object? Value(DynamicObj.DynamicObj of, string name) => of.TryGetPropertyValue(name)?.Value;

    public static string PlainText(string plotlyText) => HtmlDecode(Tags.Replace(LineBreaks.Replace(plotlyText, " "), "")).Trim();

    /// <summary>plotly's text as HTML: everything encoded but the tags that plotly itself knows.</summary>
    public static string Html(string plotlyText) => AllowedTags.Replace(HtmlEncode(HtmlDecode(plotlyText)), "<$1>");

    [GeneratedRegex("<[^>]*>")] private static partial Regex Tags { get; }
    [GeneratedRegex("<br ?/?>")] private static partial Regex LineBreaks { get; }
    [GeneratedRegex("&lt;(/?(?:b|i|em|strong|sub|sup|br) ?/?)&gt;")] private static partial Regex AllowedTags { get; }
}

using Microsoft.FSharp.Core;
using Plotly.NET;

namespace ShallowNet.Notebooks;

/// <summary>Reads what any Plotly.NET chart says of itself.</summary>
internal static partial class Charts
{
    public static IReadOnlyList<Trace> Traces(GenericChart chart) => [.. GenericChart.getTraces(chart)];

    public static int? Height(GenericChart chart) => IsDefaultSize(chart) ? null : Size(chart, "height");

    public static int? Width(GenericChart chart) => IsDefaultSize(chart) ? null : Size(chart, "width");

    /// <summary>The title as plotly takes it, with its few tags (b, i, sub, sup, br).</summary>
    public static string Title(GenericChart chart)
    {
        var title = Value(GenericChart.getLayout(chart), "title");
        return (title as string ?? (title is DynamicObj.DynamicObj parts ? Value(parts, "text") as string : null)) ?? "";
    }

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

    public static object? Value(DynamicObj.DynamicObj of, string name)
    {
        var value = of.TryGetPropertyValue(name);
        return FSharpOption<object>.get_IsSome(value) ? value.Value : null;
    }

    public static string PlainText(string plotlyText) => HtmlDecode(Tags().Replace(LineBreaks().Replace(plotlyText, " "), "")).Trim();

    /// <summary>plotly's text as HTML: everything encoded but the tags that plotly itself knows.</summary>
    public static string Html(string plotlyText) =>
        AllowedTags().Replace(HtmlEncode(HtmlDecode(plotlyText)), "<$1>");

    /// <summary>Plotly.NET gives every chart 600 × 600 where nobody asked for a size.</summary>
    private static bool IsDefaultSize(GenericChart chart) =>
        Size(chart, "width") == Defaults.DefaultWidth && Size(chart, "height") == Defaults.DefaultHeight;

    private static int? Size(GenericChart chart, string name) =>
        Value(GenericChart.getLayout(chart), name) is { } size && int.TryParse(size.ToString(), out var pixels) && pixels > 0
            ? pixels : null;

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("<br ?/?>")]
    private static partial Regex LineBreaks();

    [GeneratedRegex("&lt;(/?(?:b|i|em|strong|sub|sup|br) ?/?)&gt;")]
    private static partial Regex AllowedTags();
}

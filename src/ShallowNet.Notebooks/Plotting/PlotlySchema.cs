using Microsoft.FSharp.Collections;
using Plotly.NET.LayoutObjects;
using Plotly.NET.TraceObjects;

namespace ShallowNet.Notebooks;

/// <summary>Builds Plotly.NET charts from anonymous objects whose members carry the names of the plotly.js schema. Known parts become
/// Plotly.NET's own types, so that its styling functions go on from there.</summary>
internal static class PlotlySchema
{
    public static Trace Trace(string type, params object[] parts) => Fill(new Trace(type), parts);

    public static GenericChart Chart(IEnumerable<Trace> traces, params object[] layoutParts) =>
        GenericChart.NewMultiChart(ListModule.OfSeq(traces), Fill(new Layout(), layoutParts), new Config(), new DisplayOptions());

    private static T Fill<T>(T target, params IEnumerable<object> parts) where T : DynamicObj.DynamicObj
    {
        foreach (var (name, value) in parts.SelectMany(Members))
        {
            if (Converted(name, value) is { } converted)
                target.SetProperty(name, converted);
        }
        return target;
    }

    private static IEnumerable<(string Name, object? Value)> Members(object part) => part is IDictionary<string, object?> named
        ? named.Select(pair => (pair.Key, pair.Value))
        : part.GetType().GetProperties().Select(property => (property.Name, property.GetValue(part)));

    private static object? Converted(string name, object? value) => value switch
    {
        object[] { Length: > 0 } items when items.All(IsPart) => items.Select(item => (object)Fill(Typed(name), item)).ToArray(),
        not null when IsPart(value) => Fill(Typed(name), value),
        _ => value,
    };

    private static bool IsPart(object value) => value is Dictionary<string, object?>
        || value.GetType().Name.Contains("AnonymousType", StringComparison.Ordinal);

    private static DynamicObj.DynamicObj Typed(string name) => name switch
    {
        "line" => new Line(),
        "marker" => new Marker(),
        "font" => new Font(),
        "title" => new Title(),
        "margin" => new Margin(),
        "scene" => new Scene(),
        "annotations" => new Annotation(),
        "colorbar" => new ColorBar(),
        _ when name[1..].StartsWith("axis", StringComparison.Ordinal) => new LinearAxis(),
        _ => new DynamicObj.DynamicObj(),
    };
}

namespace ShallowNet.Notebooks;

/// <summary>The figures of the course. Each takes its title first, which states the finding or the question. All return a
/// <see cref="Figure"/>, whose <see cref="Figure.Chart"/> goes on with Plotly.NET's own functions.</summary>
public static partial class Figures
{
    private static Figure Make(string title, string description, FigureOptions options, IEnumerable<Trace> traces, params object[] layout)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        var chart = PlotlySchema.Chart(traces, [new { title = new { text = title } }, .. layout]);
        return new Figure(chart, Sentences(Sentence(Charts.PlainText(title)), description, options.Note), options);
    }

    private static object Along(string title, LogAxes log, IEnumerable<double> values) =>
        log.HasFlag(LogAxes.X) ? Axes.Logarithmic(title, values, settings: true) : Axes.Linear(title, values);

    private static object Up(string title, LogAxes log, IEnumerable<double> values, double[]? range = null) =>
        log.HasFlag(LogAxes.Y) ? Axes.Logarithmic(title, values) : Axes.Linear(title, values, range);

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names);

    private static string Text(double value) => FigureNumber.Text(value);

    /// <summary>A title that something follows: what ends as a question needs no full stop.</summary>
    internal static string Sentence(string title) => title is [.., '.' or '?' or '!'] ? title : $"{title}.";

    private static string Sentences(params IEnumerable<string> sentences) =>
        string.Join(" ", sentences.Where(sentence => sentence.Length > 0));

    /// <summary>What a figure says of the parts that hold nothing to draw.</summary>
    /// <exception cref="ArgumentException">No part holds anything to draw.</exception>
    private static string Undrawn((string Name, IReadOnlyList<double> Values)[] parts, string argument)
    {
        string[] empty = [.. parts.Where(part => !part.Values.Any(double.IsFinite)).Select(part => $"“{part.Name}”")];
        const string Why = "without a finite number: either empty, or all NaN or infinite, as after a training that diverged";
        Guard.That(empty.Length < parts.Length, argument, $"There is nothing to draw: {Listed(empty)} came {Why}.");
        return empty.Length == 0 ? "" : $"Not drawn: {Listed(empty)}, {Why}.";
    }

    /// <summary>The axes that a trace of small multiples lies on; the first panel's are plotly's own.</summary>
    private static object OnPanel(int panel) =>
        panel == 0 ? new { } : new { xaxis = Axes.Numbered("x", panel), yaxis = Axes.Numbered("y", panel) };

    /// <summary>The titles of small multiples, as annotations that the browser places.</summary>
    private static object Panels(IEnumerable<string> titles) => new
    {
        annotations = titles.Select(text => new { text, showarrow = false, xref = "paper", yref = "paper", x = 0.5, y = 1.0 })
            .ToArray<object>(),
    };

    private static object[] ColorScale(params IEnumerable<(double At, string Color)> stops) =>
        [.. stops.Select(stop => new object[] { stop.At, stop.Color })];
}

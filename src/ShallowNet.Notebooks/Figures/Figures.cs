using Plotly.NET;

namespace ShallowNet.Notebooks;

/// <summary>
/// The figures of the course. Each takes its title first, which states the finding or the question. All return a <see cref="Figure"/>,
/// whose <see cref="Figure.Chart"/> goes on with Plotly.NET's own functions.
/// </summary>
public static partial class Figures
{
    private static Figure Make(string title, string description, FigureOptions options, IEnumerable<Trace> traces, params object[] layout)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        var chart = PlotlySchema.Chart(traces, [new { title = new { text = title } }, .. layout]);
        var said = options.Note.Length > 0 ? $"{description} {options.Note}" : description;
        return new Figure(chart, $"{Charts.PlainText(title)}. {said}", options);
    }

    private static object Along(string title, LogAxes log, IEnumerable<double> values) =>
        log.HasFlag(LogAxes.X) ? Axes.Logarithmic(title, values, settings: true) : Axes.Linear(title, values);

    private static object Up(string title, LogAxes log, IEnumerable<double> values, double[]? range = null) =>
        log.HasFlag(LogAxes.Y) ? Axes.Logarithmic(title, values) : Axes.Linear(title, values, range);

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names);

    private static string Text(double value) => FigureNumber.Text(value);

    private static void SameLength(int x, int y, string name, string argument)
    {
        if (x != y)
            throw new ArgumentException($"\"{name}\" has {x} abscissas but {y} ordinates: give as many of one as of the other.", argument);
    }

    /// <summary>The items, none of them null, at least one.</summary>
    private static void Any<T>(IReadOnlyCollection<T> items, string what, string argument)
    {
        ArgumentNullException.ThrowIfNull(items, argument);
        if (items.Count == 0)
            throw new ArgumentException($"The figure got no {what}: give it at least one.", argument);
        foreach (var item in items)
            ArgumentNullException.ThrowIfNull(item, argument);
    }

    private static void Given<T>(IEnumerable<(string Name, T Values)> items, string argument)
    {
        foreach (var (name, values) in items)
        {
            ArgumentNullException.ThrowIfNull(name, argument);
            ArgumentNullException.ThrowIfNull(values, argument);
        }
    }

    /// <summary>What a figure says of the parts that hold nothing to draw.</summary>
    /// <exception cref="ArgumentException">No part holds anything to draw.</exception>
    private static string Undrawn(IEnumerable<(string Name, IReadOnlyList<double> Values)> parts, string argument)
    {
        var all = parts.ToArray();
        string[] empty = [.. all.Where(part => !part.Values.Any(double.IsFinite)).Select(part => $"“{part.Name}”")];
        const string Why = "without a finite number: either empty, or all NaN or infinite, as after a training that diverged";
        return empty.Length == 0 ? ""
            : empty.Length < all.Length ? $"Not drawn: {Listed(empty)}, {Why}."
            : throw new ArgumentException($"There is nothing to draw: {Listed(empty)} came {Why}.", argument);
    }

    private static string Sentences(params IEnumerable<string> sentences) =>
        string.Join(" ", sentences.Where(sentence => sentence.Length > 0));
}

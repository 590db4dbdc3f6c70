using System.Globalization;
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
        return new Figure(PlotlySchema.Chart(traces, [new { title = new { text = title } }, .. layout]), $"{Charts.PlainText(title)}. {description}", options);
    }

    private static object Axis(string title, double[]? range = null) => new { title = new { text = title }, range };

    /// <summary>A linear axis, or a logarithmic one with a label a decade where there are decades enough.</summary>
    private static object Axis(string title, bool log, IEnumerable<double> values)
    {
        if (!log)
        {
            // Numbers of everyday size in full (10,000 epochs), others in powers of ten.
            var largest = values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();
            return new { title = new { text = title }, exponentformat = largest is >= 0.001 and < 1e6 ? null : "power", separatethousands = true };
        }
        var positive = values.Where(value => value > 0 && double.IsFinite(value)).DefaultIfEmpty(1).ToArray();
        var decades = Math.Log10(positive.Max() / positive.Min());
        return decades < 1.5
            ? new { title = new { text = title }, type = "log", exponentformat = "power" }
            : new { title = new { text = title }, type = "log", exponentformat = "power", dtick = Math.Ceiling(decades / 8), minor = new { ticks = "outside", ticklen = 2, dtick = decades < 6 ? "D1" : null } };
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names);

    private static string Text(double value, string format = "G3") => NumberFormat.Tidy(NumberFormat.AsWritten(value).ToString(format, CultureInfo.InvariantCulture));

    private static string Numbered(string axis, int panel) => panel == 0 ? axis : axis + (panel + 1).ToString(CultureInfo.InvariantCulture);

    private static void SameLength(int x, int y, string name, string argument)
    {
        if (x != y)
        {
            throw new ArgumentException($"\"{name}\" has {x} abscissas but {y} ordinates: give as many of one as of the other.", argument);
        }
    }

    private static void Any<T>(IReadOnlyCollection<T> items, string what, string argument)
    {
        ArgumentNullException.ThrowIfNull(items, argument);
        if (items.Count == 0)
        {
            throw new ArgumentException($"The figure got no {what}: give it at least one.", argument);
        }
    }
}

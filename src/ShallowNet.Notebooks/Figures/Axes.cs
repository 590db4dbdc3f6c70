namespace ShallowNet.Notebooks;

/// <summary>Axes of figures, in the names of the plotly.js schema.</summary>
internal static class Axes
{
    private const int MostTicks = 9;

    public static object Plain(string title, double[]? range = null) => new { title = new { text = title }, range };

    /// <summary>The name of an axis of a panel: "xaxis", "xaxis2", ...; "x", "x2", ... where a trace names it.</summary>
    public static string Numbered(string axis, int panel) => panel == 0 ? axis : axis + Invariant($"{panel + 1}");

    /// <summary>A linear axis, as long as the values need: everyday numbers in full (10,000 epochs), others in powers of ten.</summary>
    public static object Linear(string title, IEnumerable<double> values, double[]? range = null)
    {
        var largest = values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();
        var exponentformat = largest is >= 0.001 and < 1e6 || largest == 0 ? null : "power";
        return new { title = new { text = title }, range, exponentformat, separatethousands = largest >= 10_000 };
    }

    /// <summary>A logarithmic axis. Its labels are few settings themselves, else decades, or what is round between them, at least three;
    /// and one beyond all values where that is given.</summary>
    /// <exception cref="ArgumentException">No value is above 0.</exception>
    public static object Logarithmic(
        string title, IEnumerable<double> values, bool settings = false, (double At, string Label)? beyond = null)
    {
        var positive = values.Where(value => value > 0 && double.IsFinite(value)).Distinct().Order().ToArray();
        Guard.That(positive.Length > 0, nameof(values),
            $"The axis \"{title}\" is logarithmic, but no value is above 0: draw it without LogAxes.");
        var (low, high) = (Math.Log10(positive[0]), Math.Log10(positive[^1]));
        var margin = Math.Max(high - low, 0.3) * 0.05;
        double[] range = [low - margin, (beyond is { } lane ? Math.Log10(lane.At) : high) + margin];
        var between = high - low < 7 ? Multiples(low - margin, high + margin, [2, 3, 4, 5, 6, 7, 8, 9]) : [];
        var ticks = Ticks(settings ? positive : [], low - margin, high + margin);
        var everyday = ticks.All(tick => tick is >= 1e-4 and < 1e6);
        var marks = ticks.Select(tick => (At: tick, Label: Label(tick, everyday))).Concat(beyond is { } above ? [above] : []).ToArray();
        var (tickvals, ticktext) = (marks.Select(mark => mark.At).ToArray(), marks.Select(mark => mark.Label).ToArray());
        var minor = new { ticks = "outside", ticklen = 2, tickvals = between };
        return new { title = new { text = title }, type = "log", range, tickvals, ticktext, tickangle = 0, minor };
    }

    /// <summary>Where, above all values of a logarithmic axis, to draw those that are infinite.</summary>
    public static double LaneAbove(IEnumerable<double> values)
    {
        var shown = values.Where(value => value > 0 && double.IsFinite(value)).DefaultIfEmpty(1).ToArray();
        return shown.Max() * Math.Pow(Math.Max(shown.Max() / shown.Min(), 2), 0.14);
    }

    private static double[] Ticks(double[] settings, double low, double high)
    {
        var apart = settings.Zip(settings.Skip(1), (a, b) => Math.Log10(b / a)).DefaultIfEmpty(1).Min();
        if (settings.Length is > 1 and <= MostTicks && apart >= 0.09 * (high - low))
            return settings;
        var step = (int)Math.Ceiling((high - low) / MostTicks);
        if (high - low > 3.3)
            return [.. Multiples(low, high, [1]).Where(tick => Math.Round(Math.Log10(tick)) % step == 0)];
        return Enough(Multiples(low, high, [1, 2, 5])) ?? Enough(Multiples(low, high, [1, 1.5, 2, 3, 4, 5, 7]))
            ?? Even(Math.Pow(10, low), Math.Pow(10, high));
    }

    private static double[]? Enough(double[] ticks) => ticks.Length >= 3 ? ticks : null;

    /// <summary>The multiples of the largest round step that has three of them there.</summary>
    private static double[] Even(double low, double high)
    {
        var steps = Multiples(Math.Log10(high) - 4, Math.Log10(high), [1, 2, 5]);
        var step = steps.Last(step => Math.Floor(high / step) - Math.Ceiling(low / step) >= 2);
        var first = (int)Math.Ceiling(low / step);
        return [.. Enumerable.Range(first, (int)Math.Floor(high / step) - first + 1).Select(k => k * step)];
    }

    private static double[] Multiples(double low, double high, double[] digits) =>
    [
        .. from power in Enumerable.Range((int)Math.Floor(low), (int)Math.Ceiling(high) - (int)Math.Floor(low) + 1)
           from digit in digits
           let value = double.Parse(Invariant($"{digit}e{power}"), CultureInfo.InvariantCulture)
           where Math.Log10(value) >= low && Math.Log10(value) <= high
           select value,
    ];

    private static string Label(double tick, bool everyday)
    {
        var power = (int)Math.Floor(Math.Log10(tick) + 1e-9);
        var mantissa = tick / Math.Pow(10, power);
        return everyday ? FigureNumber.Text(tick)
            : Math.Abs(mantissa - 1) < 1e-9 ? FigureNumber.Power(power)
            : FigureNumber.Text(mantissa) + "×" + FigureNumber.Power(power);
    }
}

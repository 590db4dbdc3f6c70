namespace ShallowNet.Notebooks;

public static partial class Figures
{
    private const int BinCount = 40;

    /// <summary>Histograms side by side, each over its own range: what share of the values lies where. The heights are drawn to one scale.
    /// To compare positions as well, give the ends of a common range.</summary>
    public static Figure Histograms(string title, string xTitle, params (string Name, IReadOnlyList<double> Values)[] groups) =>
        Histograms(title, xTitle, null, groups);

    /// <summary>Histograms side by side over one range, with the same bins: what share of the values lies where; what lies beyond an end
    /// counts in the bin at that end.</summary>
    public static Figure Histograms(
        string title, string xTitle, double from, double to, params (string Name, IReadOnlyList<double> Values)[] groups)
    {
        Guard.That(from < to, nameof(to), $"The range runs from {Text(from)} to {Text(to)}: the left end must be below the right end.");
        return Histograms(title, xTitle, (from, to), groups);
    }

    private static Figure Histograms(
        string title, string xTitle, (double From, double To)? common, (string Name, IReadOnlyList<double> Values)[] groups)
    {
        Guard.Named(groups, "group of values", nameof(groups));
        var undrawn = Undrawn(groups, nameof(groups));
        var ranges = groups.Select(group => common ?? Rounded(group.Values)).ToArray();
        var shares = groups.Select((group, i) => Shares(group.Values, ranges[i])).ToArray();
        double[] heights = [0, 1.05 * shares.Max(bins => bins.Max())];
        var axes = new Dictionary<string, object?>();
        foreach (var (i, (from, to)) in ranges.Index())
        {
            double[] range = [from, to], tickvals = [from, (from + to) / 2, to];
            var ticktext = tickvals.Select(Text).ToArray();
            axes[Axes.Numbered("xaxis", i)] = new { title = new { text = xTitle }, showgrid = false, range, tickvals, ticktext };
            axes[Axes.Numbered("yaxis", i)] =
                new { title = new { text = "share of values" }, tickformat = ".0%", range = heights, nticks = 5 };
        }
        var spans = groups.Select((group, i) => $"{group.Name} from {Text(ranges[i].From)} to {Text(ranges[i].To)}");
        var bar = new { color = Palette.Neutral, line = new { width = 0 } };
        return Make(title, $"Histograms of {xTitle}: {Listed(spans)}.",
            new FigureOptions { SmallMultiples = new SmallMultiples(groups.Length, 200, 190), Note = undrawn },
            groups.Select((group, i) =>
            {
                var (from, width) = (ranges[i].From, (ranges[i].To - ranges[i].From) / BinCount);
                var x = Enumerable.Range(0, BinCount).Select(k => from + (k + 0.5) * width).ToArray();
                return PlotlySchema.Trace("bar", OnPanel(i), new { x, y = shares[i], width, name = group.Name, showlegend = false },
                    new { marker = bar, hovertemplate = "%{x:.3g}: %{y:.1%}<extra></extra>" });
            }),
            Panels(groups.Select(g => g.Name)), axes, new { bargap = 0 });
    }

    /// <inheritdoc cref="Dots(string, string, string, LogAxes, ValueTuple{string, IReadOnlyList{double}}[])"/>
    public static Figure Dots(string title, string xTitle, string yTitle, params (string Name, IReadOnlyList<double> Values)[] groups) =>
        Dots(title, xTitle, yTitle, LogAxes.None, groups);

    /// <summary>Every value as a dot, group beside group, the median as a line. Infinite values stand above all, as "never".</summary>
    public static Figure Dots(
        string title, string xTitle, string yTitle, LogAxes log, params (string Name, IReadOnlyList<double> Values)[] groups)
    {
        Guard.Named(groups, "group of values", nameof(groups));
        string[] names = [.. groups.Select(g => g.Name)];
        var colors = Palette.Groups(names);
        var medians = groups.Select(g => g.Values.Count == 0 ? double.NaN : Band.OfRuns(g.Name, [0], [[.. g.Values]]).Median[0]).ToArray();
        var finite = groups.SelectMany(g => g.Values).Where(double.IsFinite).ToArray();
        var (isLog, someNever) = (log.HasFlag(LogAxes.Y), groups.Any(g => g.Values.Any(double.IsPositiveInfinity)));
        var (low, high) = CurveSampling.Range(finite, 0.06);
        var lane = isLog ? Axes.LaneAbove(finite) : high + 0.1 * (high - low);
        double Drawn(double value) => double.IsPositiveInfinity(value) ? lane : value;
        string Said(double value) => double.IsPositiveInfinity(value) ? "never" : FigureNumber.Text(value, 4);
        var undrawn = Undrawn([.. groups.Select(g => (g.Name, (IReadOnlyList<double>)[.. g.Values.Select(Drawn)]))], nameof(groups));
        var said = groups.Select((g, i) => $"{g.Name} {Said(medians[i])} ({g.Values.Count} values)");
        var never = new { text = "never", xref = "paper", x = 0.0, y = lane, xanchor = "right", xshift = -6, showarrow = false };
        var (tickvals, range) = (Enumerable.Range(0, names.Length).ToArray(), new[] { -0.6, groups.Length - 0.4 });
        var xaxis = new { title = new { text = xTitle }, tickvals, ticktext = names, range, showgrid = false };
        var yaxis = isLog ? Axes.Logarithmic(yTitle, finite, beyond: someNever ? (lane, "never") : null)
            : Axes.Linear(yTitle, finite, someNever ? [low, lane + 0.06 * (high - low)] : null);
        return Make(title, $"Each value of {yTitle} as a dot; medians: {Listed(said)}.",
            new FigureOptions { MaxWidth = WidthFor(groups.Length), Note = undrawn },
            groups.SelectMany((g, i) =>
            {
                var x = g.Values.Select((_, k) => i + Spread(k, g.Values.Count)).ToArray();
                var middle = Drawn(medians[i]);
                var marker = new { color = colors[i], size = 9, opacity = 0.8, line = new { width = 0.8, color = Palette.PagePaper } };
                return new[]
                {
                    PlotlySchema.Trace("scatter", new { x, y = g.Values.Select(Drawn).ToArray(), name = g.Name, mode = "markers", marker },
                        new { showlegend = false, hovertemplate = $"%{{y:.4~g}}<extra>{g.Name}</extra>" }),
                    PlotlySchema.Trace("scatter", new { x = new[] { i - 0.3, i + 0.3 }, y = new[] { middle, middle }, mode = "lines" },
                        new { showlegend = false, line = new { color = Palette.PageText, width = 2.4 } },
                        new { hovertemplate = $"median {Said(medians[i])}<extra>{g.Name}</extra>" }),
                };
            }),
            new { xaxis, yaxis, annotations = someNever && !isLog ? new object[] { never } : null });
    }

    private static int WidthFor(int groups) => Math.Clamp(220 + 150 * groups, 560, FigureOptions.DefaultMaxWidth);

    /// <summary>Side by side within a group without chance: the golden ratio spreads any number of dots evenly.</summary>
    private static double Spread(int k, int count) => count < 2 ? 0 : ((k + 1) * 0.6180339887 % 1 - 0.5) * 0.42;

    /// <summary>From the lowest to the highest value, widened to round numbers; about 0 where values lie on both sides.</summary>
    private static (double From, double To) Rounded(IReadOnlyList<double> values)
    {
        static double Power(double value) => Math.Pow(10, Math.Floor(Math.Log10(value)));
        var (low, high) = CurveSampling.Range(values, 0);
        if (low < 0 && high > 0)
        {
            var most = Math.Max(-low, high);
            var end = Math.Ceiling(most / Power(most) * 2) / 2 * Power(most);
            return (-end, end);
        }
        var half = Math.Max(Math.Abs(low) * 0.05, 1e-3);
        var step = Power(high - low) / 2;
        return high <= low ? (low - half, high + half) : (Math.Floor(low / step) * step, Math.Ceiling(high / step) * step);
    }

    private static double[] Shares(IReadOnlyList<double> values, (double From, double To) range)
    {
        var shares = new double[BinCount];
        var finite = values.Where(double.IsFinite).ToArray();
        foreach (var value in finite)
            shares[Math.Clamp((int)((value - range.From) / (range.To - range.From) * BinCount), 0, BinCount - 1)] += 1.0 / finite.Length;
        return shares;
    }
}

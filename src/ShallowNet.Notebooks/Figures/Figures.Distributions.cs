using MathNet.Numerics.Statistics;

namespace ShallowNet.Notebooks;

public static partial class Figures
{
    /// <summary>Histograms side by side, each with its own range: what share of the values lies where.</summary>
    /// <param name="title">The finding or the question.</param>
    /// <param name="xTitle">What the values are.</param>
    /// <param name="groups">Each group with its name.</param>
    public static Figure Histograms(string title, string xTitle, params (string Name, IReadOnlyList<double> Values)[] groups)
    {
        Any(groups, "group of values", nameof(groups));
        var axes = new Dictionary<string, object?>();
        for (var i = 0; i < groups.Length; i++)
        {
            axes[Numbered("xaxis", i)] = new { title = new { text = xTitle }, showgrid = false, nticks = 5 };
            axes[Numbered("yaxis", i)] = new { title = new { text = "share of values" }, tickformat = ".0%", rangemode = "tozero", nticks = 5 };
        }
        return Make(title, $"Histograms of {xTitle}: {Listed(groups.Select(g => g.Name))}.",
            new FigureOptions { SmallMultiples = new SmallMultiples(groups.Length, 200, 190) },
            groups.Select((group, i) =>
            {
                var (centers, shares, width) = Bins(group.Values, 40);
                return PlotlySchema.Trace("bar", new
                {
                    x = centers,
                    y = shares,
                    width,
                    name = group.Name,
                    showlegend = false,
                    xaxis = i == 0 ? null : Numbered("x", i),
                    yaxis = i == 0 ? null : Numbered("y", i),
                    marker = new { color = Palette.Blue, line = new { width = 0 } },
                    hovertemplate = "%{x:.3g}: %{y:.1%}<extra></extra>",
                });
            }),
            Panels(groups.Select(g => g.Name)), axes, new { bargap = 0 });
    }

    /// <summary>Bars with error bars.</summary>
    /// <param name="title">The finding or the question.</param>
    /// <param name="xTitle">What the bars are.</param>
    /// <param name="yTitle">What their height is.</param>
    /// <param name="bars">Each with its name, its height and the ends of its error bar.</param>
    public static Figure Bars(string title, string xTitle, string yTitle, params (string Name, double Value, double Low, double High)[] bars)
    {
        Any(bars, "bar", nameof(bars));
        var colors = Palette.Groups(bars.Select(b => b.Name));
        return Make(title, $"Bars of {yTitle}: {Listed(bars.Select(b => $"{b.Name} {Text(b.Value)} ({Text(b.Low)} to {Text(b.High)})"))}.",
            new FigureOptions { MaxWidth = Math.Clamp(140 + 110 * bars.Length, 420, FigureOptions.DefaultMaxWidth) },
            [
                PlotlySchema.Trace("bar", new
                {
                    x = bars.Select(b => b.Name).ToArray(),
                    y = bars.Select(b => b.Value).ToArray(),
                    marker = new { color = colors },
                    error_y = new
                    {
                        type = "data",
                        symmetric = false,
                        array = bars.Select(b => b.High - b.Value).ToArray(),
                        arrayminus = bars.Select(b => b.Value - b.Low).ToArray(),
                        color = Palette.PageText,
                        thickness = 1.6,
                        width = 6,
                    },
                    hovertemplate = "%{x}: %{y:.4g}<extra></extra>",
                }),
            ],
            new { xaxis = new { title = new { text = xTitle }, type = "category", showgrid = false }, yaxis = Axis(yTitle), bargap = 0.45 });
    }

    /// <summary>Every value as a dot, group beside group, with the median as a line: what a handful of seeds looks like.</summary>
    /// <param name="title">The finding or the question.</param>
    /// <param name="xTitle">What the groups are.</param>
    /// <param name="yTitle">What the values are.</param>
    /// <param name="groups">Each group with its name.</param>
    public static Figure Dots(string title, string xTitle, string yTitle, params (string Name, IReadOnlyList<double> Values)[] groups) =>
        Dots(title, xTitle, yTitle, LogAxes.None, groups);

    /// <summary>Every value as a dot, with a logarithmic vertical axis where asked.</summary>
    /// <param name="title">The finding or the question.</param>
    /// <param name="xTitle">What the groups are.</param>
    /// <param name="yTitle">What the values are.</param>
    /// <param name="log">Whether the vertical axis is logarithmic.</param>
    /// <param name="groups">Each group with its name.</param>
    public static Figure Dots(string title, string xTitle, string yTitle, LogAxes log, params (string Name, IReadOnlyList<double> Values)[] groups)
    {
        Any(groups, "group of values", nameof(groups));
        var colors = Palette.Groups(groups.Select(g => g.Name));
        var medians = groups.Select(g => g.Values.Median()).ToArray();
        return Make(title, $"Each value of {yTitle} as a dot; medians: {Listed(groups.Select((g, i) => $"{g.Name} {Text(medians[i])} ({g.Values.Count} values)"))}.",
            new FigureOptions { MaxWidth = Math.Clamp(160 + 120 * groups.Length, 420, FigureOptions.DefaultMaxWidth) },
            groups.SelectMany((group, i) => new[]
            {
                PlotlySchema.Trace("scatter", new
                {
                    x = group.Values.Select((_, k) => i + Spread(k, group.Values.Count)).ToArray(),
                    y = group.Values,
                    name = group.Name,
                    mode = "markers",
                    showlegend = false,
                    marker = new { color = colors[i], size = 9, opacity = 0.75, line = new { width = 0.8, color = Palette.PagePaper } },
                    hovertemplate = "%{y:.4g}<extra>" + group.Name + "</extra>",
                }),
                PlotlySchema.Trace("scatter", new
                {
                    x = new[] { i - 0.3, i + 0.3 },
                    y = new[] { medians[i], medians[i] },
                    mode = "lines",
                    showlegend = false,
                    line = new { color = Palette.PageText, width = 2.4 },
                    hovertemplate = $"median {Text(medians[i], "G4")}<extra>{group.Name}</extra>",
                }),
            }),
            new
            {
                xaxis = new { title = new { text = xTitle }, tickvals = Enumerable.Range(0, groups.Length).ToArray(), ticktext = groups.Select(g => g.Name).ToArray(), range = new[] { -0.6, groups.Length - 0.4 }, showgrid = false },
                yaxis = Axis(yTitle, log.HasFlag(LogAxes.Y), groups.SelectMany(g => g.Values)),
            });
    }

    /// <summary>Side by side within a group without chance: the golden ratio spreads any number of dots evenly.</summary>
    private static double Spread(int k, int count) => count < 2 ? 0 : ((k + 1) * 0.6180339887 % 1 - 0.5) * 0.42;

    private static (double[] Centers, double[] Shares, double Width) Bins(IReadOnlyList<double> values, int count)
    {
        var finite = values.Where(double.IsFinite).ToArray();
        if (finite.Length == 0)
        {
            return ([], [], 1);
        }
        var (low, high) = (finite.Min(), finite.Max());
        if (high <= low)
        {
            var half = Math.Max(Math.Abs(low) * 0.05, 1e-3);
            (low, high) = (low - half, high + half);
        }
        var width = (high - low) / count;
        var shares = new double[count];
        foreach (var value in finite)
        {
            shares[Math.Min((int)((value - low) / width), count - 1)] += 1.0 / finite.Length;
        }
        return ([.. Enumerable.Range(0, count).Select(i => low + (i + 0.5) * width)], shares, width);
    }
}

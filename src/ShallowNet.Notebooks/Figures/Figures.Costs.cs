using Plotly.NET;

namespace ShallowNet.Notebooks;

public static partial class Figures
{
    /// <summary>Cost over epochs, one curve a training.</summary>
    /// <param name="title">The finding or the question.</param>
    /// <param name="runs">Each training with its name.</param>
    public static Figure Costs(string title, params (string Name, TrainingHistory History)[] runs) => Costs(title, LogAxes.None, runs);

    /// <summary>Cost over epochs, with logarithmic axes where asked.</summary>
    /// <param name="title">The finding or the question.</param>
    /// <param name="log">Which axes are logarithmic.</param>
    /// <param name="runs">Each training with its name.</param>
    public static Figure Costs(string title, LogAxes log, params (string Name, TrainingHistory History)[] runs)
    {
        Any(runs, "training", nameof(runs));
        return Curves(title, "epoch", "cost J", log,
            [.. runs.Select(run => new Series(run.Name, [.. run.History.Epochs.Select(epoch => (double)epoch)], run.History.Costs))]);
    }

    /// <summary>Cost over epochs of many seeds: the median as a line, the spread as a band.</summary>
    /// <param name="title">The finding or the question.</param>
    /// <param name="bands">One a setting; see <see cref="Band.Of"/>.</param>
    public static Figure CostBands(string title, params Band[] bands) => Bands(title, "epoch", "cost J", LogAxes.None, bands);

    /// <summary>The middle and the spread of many runs over anything.</summary>
    /// <param name="title">The finding or the question.</param>
    /// <param name="xTitle">What the horizontal axis is.</param>
    /// <param name="yTitle">What the vertical axis is.</param>
    /// <param name="log">Which axes are logarithmic.</param>
    /// <param name="bands">One a setting.</param>
    public static Figure Bands(string title, string xTitle, string yTitle, LogAxes log, params Band[] bands)
    {
        Any(bands, "band", nameof(bands));
        var colors = Palette.Series([.. bands.Select(b => b.Name)]);
        return Make(title, $"For each of {Listed(bands.Select(b => b.Name))}: the median of {yTitle} over {xTitle} as a line, all runs within the band.", new FigureOptions(),
            bands.SelectMany((b, i) => BandTraces(b, colors[i])),
            new { xaxis = Axis(xTitle, log.HasFlag(LogAxes.X), bands.SelectMany(b => b.X)), yaxis = Axis(yTitle, log.HasFlag(LogAxes.Y), bands.SelectMany(b => b.Low.Concat(b.High))), hovermode = "x" });
    }

    private static IEnumerable<Trace> BandTraces(Band band, string color)
    {
        ArgumentNullException.ThrowIfNull(band);
        SameLength(band.X.Count, band.Median.Count, band.Name, "bands");
        SameLength(band.X.Count, band.Low.Count, band.Name, "bands");
        SameLength(band.X.Count, band.High.Count, band.Name, "bands");
        var edge = new { mode = "lines", line = new { width = 0, color }, legendgroup = band.Name, showlegend = false, hoverinfo = "skip" };
        // One selection of points for all three curves: the band closes only where its edges share abscissas.
        var kept = Every(band.X.Count, 300);
        double[] Pick(IReadOnlyList<double> values) => [.. kept.Select(i => values[i])];
        yield return PlotlySchema.Trace("scatter", new { x = Pick(band.X), y = Pick(band.Low), name = band.Name }, edge);
        yield return PlotlySchema.Trace("scatter", new { x = Pick(band.X), y = Pick(band.High), name = band.Name, fill = "tonexty", fillcolor = Palette.Transparent(color, 0.22) }, edge);
        yield return Line(band.Name, Pick(band.X), Pick(band.Median), color, new { legendgroup = band.Name, showlegend = true });
    }

    private static int[] Every(int count, int most) =>
        count <= most ? [.. Enumerable.Range(0, count)] : [.. Enumerable.Range(0, most).Select(i => (int)((long)i * (count - 1) / (most - 1))).Distinct()];
}

namespace ShallowNet.Notebooks;

public static partial class Figures
{
    private const int MostBandPoints = 300;
    private const int MostMarkedPoints = 20;

    /// <summary>Cost over epochs, one curve a training; <see cref="TrainingHistory.Advice"/> to what did not learn stands below.</summary>
    public static Figure Costs(string title, params (string Name, TrainingHistory History)[] runs)
    {
        Guard.Named(runs, "training", nameof(runs));
        Series[] series =
            [.. runs.Select(run => new Series(run.Name, [.. run.History.Epochs.Select(epoch => (double)epoch)], run.History.Costs))];
        var advice = runs.Where(run => run.History.Advice is not null)
            .Select(run => $"{(runs.Length == 1 ? "Advice" : run.Name)}: {run.History.Advice}.");
        var range = FirstEpochsCut([.. series.Select(s => (s.X, s.Y, s.Y))]);
        var note = Sentences([AboveFrame(range, series.SelectMany(s => s.Y)), .. advice]);
        return Curves(title, "epoch", "cost J", LogAxes.None, note, range, series);
    }

    /// <summary>Cost over epochs of many seeds: the median as a line, the spread as a band; see <see cref="Band.Of"/>.</summary>
    public static Figure CostBands(string title, params Band[] bands)
    {
        Guard.Any(bands, "band", nameof(bands));
        return Bands(title, "epoch", "cost J", LogAxes.None, FirstEpochsCut([.. bands.Select(b => (b.X, b.Low, b.High))]), bands);
    }

    /// <summary>The middle and the spread of many runs over anything, one band a setting; where there are few points, each is
    /// marked.</summary>
    /// <exception cref="ArgumentException">No band, none with a finite value, or one whose lower edge lies above its upper one.</exception>
    public static Figure Bands(string title, string xTitle, string yTitle, LogAxes log, params Band[] bands) =>
        Bands(title, xTitle, yTitle, log, null, bands);

    private static Figure Bands(string title, string xTitle, string yTitle, LogAxes log, double[]? yRange, Band[] bands)
    {
        Guard.Any(bands, "band", nameof(bands));
        foreach (var band in bands)
            Check(band);
        string[] names = [.. bands.Select(b => b.Name)];
        var (colors, dashes) = (Palette.Series(names), CoincidingCurves.Dashes([.. bands.Select(b => b.Median)]));
        var y = bands.SelectMany(b => b.Low.Concat(b.High));
        int?[] counts = [.. bands.Select(b => b.Runs).Distinct()];
        var note = Sentences(
        [
            $"Line: the median; band: from the lowest to the highest{(counts is [{ } runs] ? $" of {runs} runs" : " run")}.",
            AboveFrame(yRange, y),
            .. bands.Where(b => b.Advice.Length > 0).Select(b => $"{b.Name}: {b.Advice}."),
            Undrawn([.. bands.Select(b => (b.Name, b.Median))], nameof(bands)),
        ]);
        return Make(title, $"For each of {Listed(names)}: {yTitle} over {xTitle}.", new FigureOptions { Note = note },
            bands.SelectMany((b, i) => BandTraces(b, colors[i], dashes[i], b.X.Count <= MostMarkedPoints ? Palette.Symbol(i) : null)),
            new { xaxis = Along(xTitle, log, bands.SelectMany(b => b.X)), yaxis = Up(yTitle, log, y, yRange), hovermode = "x" });
    }

    private static void Check(Band band)
    {
        foreach (var values in new[] { band.Median, band.Low, band.High })
            Guard.SameLength(band.X.Count, values.Count, band.Name, "bands");
        var at = Enumerable.Range(0, band.X.Count).FirstOrDefault(i => band.Low[i] > band.High[i], -1);
        if (at >= 0)
        {
            throw new ArgumentException(
                $"\"{band.Name}\" has its lower edge {Text(band.Low[at])} above its upper edge {Text(band.High[at])} "
                + $"at {Text(band.X[at])}: give the lower values as Low and the higher ones as High.", nameof(band));
        }
    }

    private static IEnumerable<Trace> BandTraces(Band band, string color, string dash, string? symbol)
    {
        // One selection of points for all three curves: the band closes only where its edges share abscissas.
        var kept = CurveSampling.Every(band.X.Count, MostBandPoints);
        double[] Pick(IReadOnlyList<double> values) => [.. kept.Select(i => values[i])];
        var (x, name) = (Pick(band.X), band.Name);
        var edge = new { mode = "lines", line = new { width = 0, color }, legendgroup = name, showlegend = false, hoverinfo = "skip" };
        var fill = new { fill = "tonexty", fillcolor = Palette.Transparent(color, 0.22) };
        var (mode, marker) = symbol is null ? ("lines", null) : ("lines+markers", new { color, symbol, size = 7 });
        return
        [
            PlotlySchema.Trace("scatter", new { x, y = Pick(band.Low), name }, edge),
            PlotlySchema.Trace("scatter", new { x, y = Pick(band.High), name }, fill, edge),
            Line(name, x, Pick(band.Median), color,
                new { legendgroup = name, showlegend = true, mode, line = new { color, width = 2.4, dash }, marker }),
        ];
    }

    /// <summary>Leaves out what only the first twentieth of the epochs holds, where that takes a third of the height; else null.</summary>
    private static double[]? FirstEpochsCut((IReadOnlyList<double> X, IReadOnlyList<double> Low, IReadOnlyList<double> High)[] curves)
    {
        var last = curves.SelectMany(c => c.X).DefaultIfEmpty().Max();
        var later = curves.SelectMany(c => c.X.Zip(c.High)).Where(point => point.First >= 0.05 * last).Select(point => point.Second);
        var (lowest, highest) = (Finite(curves.SelectMany(c => c.Low)).Min(), Finite(curves.SelectMany(c => c.High)).Max());
        var enough = later.Where(double.IsFinite).DefaultIfEmpty(highest).Max();
        var margin = 0.05 * (enough - lowest);
        return highest - enough > 0.5 * (enough - lowest) && enough > lowest ? [lowest - margin, enough + 3 * margin] : null;
    }

    private static IEnumerable<double> Finite(IEnumerable<double> values) => values.Where(double.IsFinite).DefaultIfEmpty();

    private static string AboveFrame(double[]? range, IEnumerable<double> values) =>
        range is null ? "" : $"The first epochs lie above the frame, up to {Text(Finite(values).Max())}.";
}

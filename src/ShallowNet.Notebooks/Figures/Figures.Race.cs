namespace ShallowNet.Notebooks;

public static partial class Figures
{
    /// <summary>A fair race: what each contestant needs (or reaches) at each setting, the median of its runs as a line in a band from the
    /// best to the worst, on logarithmic axes. Runs[i] holds one number a seed at settings[i], infinite (or NaN) where the run never
    /// arrived: <c>history.FirstEpochBelow(goal) ?? double.PositiveInfinity</c>. Those are drawn on a line of their own above all
    /// numbers.</summary>
    /// <exception cref="ArgumentException">No contestant, not one row of runs a setting, or a setting that is not above 0.</exception>
    public static Figure Race(
        string title, string setting, string quantity, IReadOnlyList<double> settings,
        IReadOnlyList<(string Name, double[][] Runs)> contestants, string never = "never")
    {
        Guard.Named(contestants, "contestant", nameof(contestants));
        ArgumentNullException.ThrowIfNull(settings);
        var bands = contestants.Select(one => Band.OfRuns(one.Name, settings, one.Runs)).ToArray();
        var measured = contestants.SelectMany(one => one.Runs.SelectMany(row => row)).ToArray();
        var someNever = measured.Any(value => !double.IsFinite(value));
        var lane = Axes.LaneAbove(measured);
        double[] Drawn(IReadOnlyList<double> values) => [.. values.Select(value => double.IsFinite(value) ? value : lane)];
        var colors = Palette.Series([.. bands.Select(b => b.Name)]);
        var dashes = CoincidingCurves.Dashes([.. bands.Select(b => (IReadOnlyList<double>)[.. Drawn(b.Median).Select(Math.Log10)])]);
        var note = Sentences($"Line: the median of {bands[0].Runs} runs; band: from the best to the worst.",
            someNever ? $"“{never}”: runs without a result; a line up there means that most of them have none." : "");
        string Best(Band band) => band.X.Zip(band.Median).MinBy(point => point.Second) is var (at, best) && double.IsFinite(best)
            ? $"{band.Name} at best {Text(best)}, at {setting} {Text(at)}" : $"{band.Name} {never}";
        var finite = measured.Where(double.IsFinite).DefaultIfEmpty(1);
        var yaxis = Axes.Logarithmic(quantity, finite, beyond: someNever ? (lane, never) : null);
        return Make(title, $"{quantity} at each {setting}: {Listed(bands.Select(Best))}.", new FigureOptions { Note = note },
            bands.SelectMany((b, i) => BandTraces(
                b with { Median = Drawn(b.Median), Low = Drawn(b.Low), High = Drawn(b.High) }, colors[i], dashes[i], Palette.Symbol(i))),
            new { xaxis = Axes.Logarithmic(setting, settings, settings: true), yaxis, hovermode = "x" });
    }
}

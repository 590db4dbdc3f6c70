namespace ShallowNet.Notebooks;

/// <summary>Shows what settings, named by their text, gave with seeds, as <see cref="Sweep"/> returns it: runs[setting][seed].</summary>
public static class Runs
{
    /// <summary>A row per setting with the median over the seeds of each quantity; +∞, as of epochs that never came, is "never".</summary>
    /// <exception cref="ArgumentException">There are not as many rows of results as settings.</exception>
    public static Table Medians<TSetting, TRun>(
        string setting, IReadOnlyList<TSetting> settings, TRun[][] runs, params (string Name, Func<TRun, double> Of)[] quantities)
    {
        var names = Names(settings, runs);
        ArgumentNullException.ThrowIfNull(quantities);
        foreach (var (name, of) in quantities)
            ArgumentNullException.ThrowIfNull(of, $"{nameof(quantities)}: {name}");
        object Middle(IEnumerable<double> values) => values.Median() is var middle && double.IsPositiveInfinity(middle) ? "never" : middle;
        return Table.Rows([setting, .. quantities.Select(quantity => quantity.Name)],
            names.Select((name, i) => (object?[])[name, .. quantities.Select(quantity => Middle(runs[i].Select(quantity.Of)))]),
            $"median of {Count(runs)}");
    }

    /// <summary>A column of dots per setting, one dot a seed, with the median marked.</summary>
    /// <exception cref="ArgumentException">There are not as many rows of results as settings.</exception>
    public static Figure Dots<TSetting, TRun>(
        string title, string setting, string quantity, IReadOnlyList<TSetting> settings, TRun[][] runs, Func<TRun, double> of)
    {
        var names = Names(settings, runs);
        ArgumentNullException.ThrowIfNull(of);
        return Figures.Dots(
            title, setting, quantity, [.. names.Zip(runs, (name, row) => (name, (IReadOnlyList<double>)[.. row.Select(of)]))]);
    }

    /// <inheritdoc cref="Dots{TSetting, TRun}(string, string, string, IReadOnlyList{TSetting}, TRun[][], Func{TRun, double})"/>
    public static Figure Dots<TSetting>(string title, string setting, string quantity, IReadOnlyList<TSetting> settings, double[][] runs) =>
        Dots(title, setting, quantity, settings, runs, value => value);

    /// <summary>The cost over the epochs: a band per setting from the lowest to the highest run, with the median as a line.</summary>
    /// <exception cref="ArgumentException">There are not as many rows of results as settings.</exception>
    public static Figure Costs<TSetting>(string title, IReadOnlyList<TSetting> settings, TrainingHistory[][] runs) =>
        Figures.CostBands(title, [.. Names(settings, runs).Zip(runs, Band.Of)]);

    /// <summary>A quantity over a setting that is a number: the median of the runs, in a band from the lowest to the highest.</summary>
    /// <exception cref="ArgumentException">There are not as many rows of results as settings.</exception>
    public static Figure Curve(string title, string setting, string quantity, LogAxes log, IReadOnlyList<double> settings, double[][] runs)
    {
        Names(settings, runs);
        double[][] sorted = [.. runs.Select(row => row.Order().ToArray())];
        return Figures.Bands(title, setting, quantity, log, new Band(Count(runs), settings,
            [.. sorted.Select(row => row.Median())], [.. sorted.Select(row => row[0])], [.. sorted.Select(row => row[^1])]));
    }

    private static string Count<TRun>(TRun[][] runs) => Invariant($"{runs[0].Length} run{(runs[0].Length == 1 ? "" : "s")}");

    /// <summary>The settings as text, once it is sure that each has results.</summary>
    private static string[] Names<TSetting, TRun>(IReadOnlyList<TSetting> settings, TRun[][] runs)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(runs);
        Guard.That(settings.Count == runs.Length, nameof(runs),
            $"runs has {runs.Length} rows but there are {settings.Count} settings: expected one row of results per setting.");
        Guard.That(settings.Count > 0, nameof(settings), "settings is empty: give at least one setting to compare.");
        string[] names = [.. settings.Select(one => Convert.ToString(one, CultureInfo.InvariantCulture) ?? "")];
        foreach (var (name, row) in names.Zip(runs))
            Guard.That(row is { Length: > 0 }, nameof(runs), $"The setting {name} has no runs: use at least one seed.");
        return names;
    }
}

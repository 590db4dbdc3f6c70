using System.Globalization;
using MathNet.Numerics.Statistics;

namespace ShallowNet.Notebooks;

/// <summary>
/// Shows what one experiment gave with several settings and several seeds, as <see cref="Sweep"/> returns it: runs[setting][seed].
/// </summary>
public static class Runs
{
    /// <summary>A row per setting with the median over the seeds of each quantity.</summary>
    /// <param name="setting">What the settings are, for the first heading.</param>
    /// <param name="settings">The settings, named by their text.</param>
    /// <param name="runs">The results of setting i at [i], one per seed.</param>
    /// <param name="quantities">What to take from each result, with its heading.</param>
    /// <exception cref="ArgumentException">There are not as many rows of results as settings.</exception>
    public static Table Medians<TSetting, TRun>(
        string setting, IReadOnlyList<TSetting> settings, TRun[][] runs, params (string Name, Func<TRun, double> Of)[] quantities)
    {
        var names = Names(settings, runs);
        ArgumentNullException.ThrowIfNull(quantities);
        if (quantities.FirstOrDefault(quantity => quantity.Of is null) is { Name: var name } missing && missing != default)
        {
            throw new ArgumentException($"The quantity \"{name}\" is null: say what to take from a result, such as run => run.FinalCost.", nameof(quantities));
        }
        return Table.Rows(
            [setting, .. quantities.Select(quantity => quantity.Name)],
            names.Select((name, i) => (object?[])[name, .. quantities.Select(quantity => (object)runs[i].Select(quantity.Of).Median())]),
            string.Create(CultureInfo.InvariantCulture, $"median of {runs.FirstOrDefault()?.Length ?? 0} runs"));
    }

    /// <summary>A column of dots per setting, one dot a seed, with the median marked.</summary>
    /// <param name="title">The finding or the question.</param>
    /// <param name="setting">What the settings are.</param>
    /// <param name="quantity">What the dots show.</param>
    /// <param name="settings">The settings, named by their text.</param>
    /// <param name="runs">The results of setting i at [i], one per seed.</param>
    /// <param name="of">The quantity of one result.</param>
    /// <exception cref="ArgumentException">There are not as many rows of results as settings.</exception>
    public static Figure Dots<TSetting, TRun>(
        string title, string setting, string quantity, IReadOnlyList<TSetting> settings, TRun[][] runs, Func<TRun, double> of) =>
        Figures.Dots(
            title, setting, quantity,
            [.. Names(settings, runs).Select((name, i) => (name, (IReadOnlyList<double>)[.. runs[i].Select(of)]))]);

    /// <inheritdoc cref="Dots{TSetting, TRun}(string, string, string, IReadOnlyList{TSetting}, TRun[][], Func{TRun, double})"/>
    public static Figure Dots<TSetting>(string title, string setting, string quantity, IReadOnlyList<TSetting> settings, double[][] runs) =>
        Dots(title, setting, quantity, settings, runs, value => value);

    /// <summary>The cost over the epochs: a band per setting from the lowest to the highest run, with the median as a line.</summary>
    /// <param name="title">The finding or the question.</param>
    /// <param name="settings">The settings, named by their text.</param>
    /// <param name="runs">The history of setting i at [i], one per seed.</param>
    /// <exception cref="ArgumentException">There are not as many rows of results as settings.</exception>
    public static Figure Costs<TSetting>(string title, IReadOnlyList<TSetting> settings, TrainingHistory[][] runs) =>
        Figures.CostBands(title, [.. Names(settings, runs).Select((name, i) => Band.Of(name, runs[i]))]);

    /// <summary>A quantity over a setting that is a number: the median of the runs as a line, in a band from the lowest to the highest.</summary>
    /// <param name="title">The finding or the question.</param>
    /// <param name="setting">What the settings are.</param>
    /// <param name="quantity">What the values are.</param>
    /// <param name="log">Which axes are logarithmic.</param>
    /// <param name="settings">The settings, in ascending or descending order.</param>
    /// <param name="runs">The values of setting i at [i], one per seed.</param>
    /// <exception cref="ArgumentException">There are not as many rows of results as settings.</exception>
    public static Figure Curve(string title, string setting, string quantity, LogAxes log, IReadOnlyList<double> settings, double[][] runs)
    {
        Names(settings, runs);
        double[][] sorted = [.. runs.Select(values => values.Order().ToArray())];
        return Figures.Bands(title, setting, quantity, log, new Band(
            string.Create(CultureInfo.InvariantCulture, $"{runs.FirstOrDefault()?.Length ?? 0} runs"),
            settings, [.. sorted.Select(values => values.Median())], [.. sorted.Select(values => values[0])], [.. sorted.Select(values => values[^1])]));
    }

    private static string[] Names<TSetting, TRun>(IReadOnlyList<TSetting> settings, TRun[][] runs)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(runs);
        if (settings.Count != runs.Length)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"runs has {runs.Length} rows but there are {settings.Count} settings: expected one row of results per setting."),
                nameof(runs));
        }
        return [.. settings.Select(one => Convert.ToString(one, CultureInfo.InvariantCulture) ?? "")];
    }
}

using MathNet.Numerics.Statistics;

namespace ShallowNet.Notebooks;

/// <summary>The middle and the spread of many runs.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="X">The abscissas, usually epochs.</param>
/// <param name="Median">The middle run at each abscissa.</param>
/// <param name="Low">The lower edge of the band.</param>
/// <param name="High">The upper edge of the band.</param>
public sealed record Band(
    string Name, IReadOnlyList<double> X, IReadOnlyList<double> Median, IReadOnlyList<double> Low, IReadOnlyList<double> High)
{
    /// <summary>Its name in the legend.</summary>
    public string Name { get; init; } = Name ?? throw new ArgumentNullException(nameof(Name));

    /// <summary>The abscissas, usually epochs.</summary>
    public IReadOnlyList<double> X { get; init; } = X ?? throw new ArgumentNullException(nameof(X));

    /// <summary>The middle run at each abscissa.</summary>
    public IReadOnlyList<double> Median { get; init; } = Median ?? throw new ArgumentNullException(nameof(Median));

    /// <summary>The lower edge of the band.</summary>
    public IReadOnlyList<double> Low { get; init; } = Low ?? throw new ArgumentNullException(nameof(Low));

    /// <summary>The upper edge of the band.</summary>
    public IReadOnlyList<double> High { get; init; } = High ?? throw new ArgumentNullException(nameof(High));

    /// <summary>How many runs it stands for; null: not said.</summary>
    public int? Runs { get; init; }

    /// <summary>What the trainings that did not learn advise, or nothing.</summary>
    internal string Advice { get; init; } = "";

    /// <summary>
    /// The median cost of several trainings with the band from the smallest to the largest, at the epochs that all of them recorded.
    /// </summary>
    /// <param name="name">Its name in the legend.</param>
    /// <param name="histories">One history a seed.</param>
    /// <exception cref="ArgumentException">No history, or no epoch that all of them recorded.</exception>
    public static Band Of(string name, IReadOnlyList<TrainingHistory> histories)
    {
        ArgumentNullException.ThrowIfNull(histories);
        if (histories.Count == 0 || histories.Contains(null!))
        {
            var got = histories.Count == 0 ? "no runs: use at least one seed" : "a training history that is null";
            throw new ArgumentException($"The band \"{name}\" got {got}.", nameof(histories));
        }
        int[] shared =
            [.. histories.Select(history => history.Epochs.AsEnumerable()).Aggregate((all, epochs) => all.Intersect(epochs)).Order()];
        if (shared.Length == 0)
        {
            throw new ArgumentException(
                $"The {histories.Count} histories of the band \"{name}\" share no epoch: train them with the same RecordEvery.",
                nameof(histories));
        }
        var costs = histories
            .Select(history => history.Epochs.Zip(history.Costs).ToDictionary(pair => pair.First, pair => pair.Second)).ToArray();
        double[][] runs = [.. shared.Select(epoch => costs.Select(cost => cost[epoch]).ToArray())];
        return OfRuns(name, [.. shared.Select(epoch => (double)epoch)], runs) with
        {
            Advice = AdviceOf(histories),
        };
    }

    /// <summary>The median of several runs with the band from the smallest to the largest.</summary>
    /// <param name="name">Its name in the legend.</param>
    /// <param name="x">The abscissas, such as the settings tried.</param>
    /// <param name="runs">runs[i]: what the runs gave at abscissa i; an infinite one never got there, NaN counts as infinite.</param>
    /// <exception cref="ArgumentException">Not as many rows of runs as abscissas, or an abscissa without a run.</exception>
    public static Band OfRuns(string name, IReadOnlyList<double> x, IReadOnlyList<double[]> runs)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(runs);
        if (x.Count != runs.Count || runs.Any(row => row is not { Length: > 0 }))
        {
            throw new ArgumentException(
                $"\"{name}\" has {x.Count} abscissas and runs for {runs.Count(row => row is { Length: > 0 })} of them: "
                + "give at least one run for each.", nameof(runs));
        }
        var known = runs.Select(row => row.Select(value => double.IsNaN(value) ? double.PositiveInfinity : value).ToArray()).ToArray();
        var counts = runs.Select(row => row.Length).Distinct().ToArray();
        return new Band(name, x, [.. known.Select(Middle)], [.. known.Select(row => row.Min())], [.. known.Select(row => row.Max())])
        {
            Runs = counts is [var count] ? count : null,
        };
    }

    /// <summary>Of a finite and an infinite one in the middle there is no mean: the run that never got there decides.</summary>
    private static double Middle(double[] values) =>
        double.IsInfinity(values.Order().ElementAt(values.Length / 2)) ? double.PositiveInfinity : values.Median();

    private static string AdviceOf(IReadOnlyList<TrainingHistory> histories)
    {
        var given = histories.Select(history => history.Advice).OfType<string>().ToArray();
        return given.Length == 0 ? ""
            : $"in {given.Length} of {histories.Count} runs {given.GroupBy(advice => advice).MaxBy(group => group.Count())!.Key}";
    }

    /// <summary>For example "10 runs: 1,001 points".</summary>
    public override string ToString() => Invariant($"{Name}: {X.Count:N0} point{(X.Count == 1 ? "" : "s")}");
}

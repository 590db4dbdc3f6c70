namespace ShallowNet.Notebooks;

/// <summary>The middle and the spread of many runs.</summary>
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

    /// <summary>The median cost of several trainings, one a seed, in a band from the smallest to the largest, at epochs that all
    /// recorded.</summary>
    /// <exception cref="ArgumentException">No history, or no epoch that all of them recorded.</exception>
    public static Band Of(string name, IReadOnlyList<TrainingHistory> histories)
    {
        ArgumentNullException.ThrowIfNull(histories);
        Guard.That(histories.Count > 0, nameof(histories), $"The band \"{name}\" got no runs: use at least one seed.");
        Guard.That(!histories.Contains(null!), nameof(histories), $"The band \"{name}\" got a training history that is null.");
        var runs = histories.SelectMany(history => history.Epochs.Zip(history.Costs)).GroupBy(point => point.First, point => point.Second)
            .Where(epoch => epoch.Count() == histories.Count).OrderBy(epoch => epoch.Key).ToArray();
        Guard.That(runs.Length > 0, nameof(histories),
            $"The {histories.Count} histories of the band \"{name}\" share no epoch: train them with the same RecordEvery.");
        var advice = histories.Select(history => history.Advice).OfType<string>().ToArray();
        return OfRuns(name, [.. runs.Select(run => (double)run.Key)], [.. runs.Select(run => run.ToArray())]) with
        {
            Advice = advice.Length == 0 ? ""
                : $"in {advice.Length} of {histories.Count} runs {advice.GroupBy(text => text).MaxBy(group => group.Count())!.Key}",
        };
    }

    /// <summary>The median of several runs with the band from the smallest to the largest; runs[i] is what they gave at x[i], infinite (or
    /// NaN) where one never got there.</summary>
    /// <exception cref="ArgumentException">Not as many rows of runs as abscissas, or an abscissa without a run.</exception>
    public static Band OfRuns(string name, IReadOnlyList<double> x, IReadOnlyList<double[]> runs)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(runs);
        var filled = runs.Count(row => row is { Length: > 0 });
        Guard.That(x.Count == runs.Count && filled == runs.Count, nameof(runs),
            $"\"{name}\" has {x.Count} abscissas and runs for {filled} of them: give at least one run for each.");
        static double Known(double value) => double.IsNaN(value) ? double.PositiveInfinity : value;
        double[][] known = [.. runs.Select(row => row.Select(Known).Order().ToArray())];
        // Of a finite and an infinite one in the middle there is no mean: the run that never got there decides.
        double Middle(double[] row) => double.IsInfinity(row[row.Length / 2]) ? double.PositiveInfinity : row.Median();
        return new Band(name, x, [.. known.Select(Middle)], [.. known.Select(row => row[0])], [.. known.Select(row => row[^1])])
        {
            Runs = known.Select(row => row.Length).Distinct().ToArray() is [var count] ? count : null,
        };
    }

    /// <summary>For example "10 runs: 1,001 points".</summary>
    public override string ToString() => Series.Line(Name, X);
}

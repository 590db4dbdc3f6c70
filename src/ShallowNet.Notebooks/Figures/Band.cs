using MathNet.Numerics.Statistics;
using static System.FormattableString;

namespace ShallowNet.Notebooks;

/// <summary>The middle and the spread of many runs.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="X">The abscissas, usually epochs.</param>
/// <param name="Median">The middle run at each abscissa.</param>
/// <param name="Low">The lower edge of the band.</param>
/// <param name="High">The upper edge of the band.</param>
public sealed record Band(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Median, IReadOnlyList<double> Low, IReadOnlyList<double> High)
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

    /// <summary>The median cost of several trainings with the band from the smallest to the largest, at the epochs that all of them recorded.</summary>
    /// <param name="name">Its name in the legend.</param>
    /// <param name="histories">One history a seed.</param>
    /// <exception cref="ArgumentException">No history, or no epoch that all of them recorded.</exception>
    public static Band Of(string name, IReadOnlyList<TrainingHistory> histories)
    {
        ArgumentNullException.ThrowIfNull(histories);
        if (histories.Count == 0 || histories.Contains(null!))
        {
            throw new ArgumentException($"The band \"{name}\" got {(histories.Count == 0 ? "no runs: use at least one seed" : "a training history that is null")}.", nameof(histories));
        }
        var epochs = histories[0].Epochs.AsEnumerable();
        foreach (var history in histories.Skip(1))
        {
            epochs = epochs.Intersect(history.Epochs);
        }
        var shared = epochs.Order().ToArray();
        if (shared.Length == 0)
        {
            throw new ArgumentException($"The {histories.Count} histories of the band \"{name}\" share no epoch: train them with the same RecordEvery.", nameof(histories));
        }
        var costs = histories.Select(history => history.Epochs.Zip(history.Costs).ToDictionary(pair => pair.First, pair => pair.Second)).ToArray();
        var sorted = shared.Select(epoch => costs.Select(cost => cost[epoch]).Order().ToArray()).ToArray();
        return new Band(name, [.. shared.Select(epoch => (double)epoch)],
            [.. sorted.Select(values => values.Median())], [.. sorted.Select(values => values[0])], [.. sorted.Select(values => values[^1])]);
    }

    /// <summary>For example "10 runs: 1,001 points".</summary>
    public override string ToString() => Invariant($"{Name}: {X.Count:N0} point{(X.Count == 1 ? "" : "s")}");
}

using MathNet.Numerics.Statistics;

namespace ShallowNet.Notebooks;

/// <summary>The middle and the spread of many runs.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="X">The abscissas, usually epochs.</param>
/// <param name="Median">The middle run at each abscissa.</param>
/// <param name="Low">The lower edge of the band.</param>
/// <param name="High">The upper edge of the band.</param>
public sealed record Band(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Median, IReadOnlyList<double> Low, IReadOnlyList<double> High)
{
    /// <summary>The median cost of several trainings with the band from the smallest to the largest, at the epochs that all of them recorded.</summary>
    /// <param name="name">Its name in the legend.</param>
    /// <param name="histories">One history a seed.</param>
    /// <exception cref="ArgumentException">No history, or no epoch that all of them recorded.</exception>
    public static Band Of(string name, IReadOnlyList<TrainingHistory> histories)
    {
        ArgumentNullException.ThrowIfNull(histories);
        if (histories.Count == 0)
        {
            throw new ArgumentException($"The band \"{name}\" got no training history: give it one a seed.", nameof(histories));
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
}

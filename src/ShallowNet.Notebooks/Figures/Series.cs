namespace ShallowNet.Notebooks;

/// <summary>How a series is drawn.</summary>
public enum SeriesStyle
{
    /// <summary>A solid line.</summary>
    Line,

    /// <summary>A dashed line, for a comparison or a reference.</summary>
    Dashed,

    /// <summary>Marks only.</summary>
    Points,

    /// <summary>A line with a mark at each point.</summary>
    LineAndPoints,
}

/// <summary>Which axes are logarithmic.</summary>
[Flags]
public enum LogAxes
{
    /// <summary>Neither.</summary>
    None = 0,

    /// <summary>The horizontal axis.</summary>
    X = 1,

    /// <summary>The vertical axis.</summary>
    Y = 2,

    /// <summary>Both axes.</summary>
    Both = X | Y,
}

/// <summary>One named curve.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="X">The abscissas.</param>
/// <param name="Y">The ordinates, as many as there are abscissas; NaN leaves a gap.</param>
public sealed record Series(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y)
{
    /// <summary>Line, dashed line, points, or both.</summary>
    public SeriesStyle Style { get; init; }
}

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
            [.. sorted.Select(Quantity.Median)], [.. sorted.Select(values => values[0])], [.. sorted.Select(values => values[^1])]);
    }
}

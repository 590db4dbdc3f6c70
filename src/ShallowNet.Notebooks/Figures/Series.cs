namespace ShallowNet.Notebooks;

/// <summary>One named curve.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="X">The abscissas.</param>
/// <param name="Y">The ordinates, as many as there are abscissas; NaN leaves a gap.</param>
public sealed record Series(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y)
{
    /// <summary>Line, dashed line, points, or both.</summary>
    public SeriesStyle Style { get; init; }
}

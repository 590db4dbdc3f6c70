namespace ShallowNet.Notebooks;

/// <summary>One named curve.</summary>
public sealed record Series(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y)
{
    /// <summary>Its name in the legend.</summary>
    public string Name { get; init; } = Name ?? throw new ArgumentNullException(nameof(Name));
    /// <summary>The abscissas.</summary>
    public IReadOnlyList<double> X { get; init; } = X ?? throw new ArgumentNullException(nameof(X));
    /// <summary>The ordinates, as many as there are abscissas; NaN leaves a gap.</summary>
    public IReadOnlyList<double> Y { get; init; } = Y ?? throw new ArgumentNullException(nameof(Y));
    /// <summary>Line, dashed line, points, or both.</summary>
    public SeriesStyle Style { get; init; }

    /// <summary>For example "cost: 1,001 points".</summary>
    public override string ToString() => Line(Name, X);

    internal static string Line(string name, IReadOnlyList<double> x) =>
        Invariant($"{name}: {x.Count:N0} point{(x.Count == 1 ? "" : "s")}");
}

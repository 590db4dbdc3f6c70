namespace ShallowNet.Notebooks;

/// <summary>One named curve.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="X">The abscissas.</param>
/// <param name="Y">The ordinates, as many as there are abscissas; NaN leaves a gap.</param>
public sealed record Series(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y)
{
    /// <summary>Its name in the legend.</summary>
    public string Name { get; init; } = Name ?? throw new ArgumentNullException(nameof(Name));
    /// <summary>The abscissas.</summary>
    public IReadOnlyList<double> X { get; init; } = X ?? throw new ArgumentNullException(nameof(X));
    /// <summary>The ordinates; NaN leaves a gap.</summary>
    public IReadOnlyList<double> Y { get; init; } = Y ?? throw new ArgumentNullException(nameof(Y));
    /// <summary>Line, dashed line, points, or both.</summary>
    public SeriesStyle Style { get; init; }

    /// <summary>For example "cost: 1,001 points".</summary>
    public override string ToString() => Line(Name, X);

    internal static string Line(string name, IReadOnlyList<double> x) =>
        Invariant($"{name}: {x.Count:N0} point{(x.Count == 1 ? "" : "s")}");
}

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

/// <summary>A path over a cost surface, such as gradient descent takes.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="X">The first parameter, step by step.</param>
/// <param name="Y">The second parameter.</param>
/// <param name="J">The cost at each step.</param>
public sealed record SurfacePath(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y, IReadOnlyList<double> J)
{
    /// <summary>The color that the first figure gave it: the next figures draw it alike, whichever other paths they show.</summary>
    internal string? Color { get; set; }
}

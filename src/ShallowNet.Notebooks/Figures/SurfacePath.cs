namespace ShallowNet.Notebooks;

/// <summary>A path over a cost surface, such as gradient descent takes: two parameters and the cost, step by step.</summary>
public sealed record SurfacePath(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y, IReadOnlyList<double> J)
{
    /// <summary>The color that the first figure gave it: the next figures draw it alike, whichever other paths they show.</summary>
    internal string? Color { get; set; }
}

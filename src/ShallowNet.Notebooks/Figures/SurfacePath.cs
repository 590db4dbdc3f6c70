namespace ShallowNet.Notebooks;

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

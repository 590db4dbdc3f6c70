namespace ShallowNet.Notebooks;

/// <summary>One position, and for each trace what changes in it (or null), in the names of the plotly.js schema.</summary>
internal sealed record AnimationStep(string Name, IReadOnlyList<object?> Data);

namespace ShallowNet.Notebooks;

/// <summary>
/// One position: for each trace what changes in it (or null), in the names of the plotly.js schema, and what changes in the layout.
/// </summary>
internal sealed record AnimationStep(string Name, IReadOnlyList<object?> Data, object? Layout = null);

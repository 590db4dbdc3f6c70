namespace ShallowNet.Notebooks;

/// <summary>What a slider under the plot moves through; the label says to screen readers what it sets: "epoch". A step has for each trace
/// what changes in it, or null, in the names of the plotly.js schema.</summary>
internal sealed record Animation(string Label, IReadOnlyList<(string Name, object?[] Data)> Steps, int Start);

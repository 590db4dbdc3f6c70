namespace ShallowNet.Notebooks;

/// <summary>What a slider under the plot moves through; the label says to screen readers what it sets: "epoch".</summary>
internal sealed record Animation(string Label, IReadOnlyList<AnimationStep> Steps, int Start);

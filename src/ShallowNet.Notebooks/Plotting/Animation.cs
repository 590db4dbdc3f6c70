namespace ShallowNet.Notebooks;

/// <summary>What a slider under the plot moves through.</summary>
/// <param name="Label">What the slider sets, for screen readers: "epoch".</param>
/// <param name="Steps">One a slider position.</param>
/// <param name="Start">The position first shown.</param>
internal sealed record Animation(string Label, IReadOnlyList<AnimationStep> Steps, int Start);

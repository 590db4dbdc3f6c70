namespace ShallowNet.Player.KernelHost;

/// <summary>A line "#!import file" of a cell.</summary>
internal sealed record ImportRequest(string File, int Line);

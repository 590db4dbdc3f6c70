namespace ShallowNet.Player.Kernels;

/// <summary>A displayed value, keyed by MIME type; with an id it replaces what was shown before under the same id.</summary>
internal sealed record DisplayOutput(IReadOnlyDictionary<string, string> Data, string? Id = null) : KernelOutput;

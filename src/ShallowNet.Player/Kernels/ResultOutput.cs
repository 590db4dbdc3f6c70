namespace ShallowNet.Player.Kernels;

/// <summary>The value of the last expression, keyed by MIME type.</summary>
internal sealed record ResultOutput(IReadOnlyDictionary<string, string> Data) : KernelOutput;

namespace ShallowNet.Player.Kernels;

/// <summary>Console text. <paramref name="Name"/> is "stdout" or "stderr".</summary>
internal sealed record TextOutput(string Name, string Text) : KernelOutput;

namespace ShallowNet.Player.Kernels;

/// <summary>Something a cell showed.</summary>
internal abstract record KernelOutput;

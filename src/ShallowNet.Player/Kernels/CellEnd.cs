namespace ShallowNet.Player.Kernels;

/// <summary>A cell has shown all it will; the failure is null if it did not fail.</summary>
internal sealed record CellEnd(CellFailure? Failure) : KernelOutput;

namespace ShallowNet.Player.Kernels;

/// <summary>How a cell ended.</summary>
/// <param name="Failure">What went wrong; null if nothing did.</param>
/// <param name="KernelEnded">The kernel died and can run no further cell.</param>
internal sealed record CellOutcome(CellFailure? Failure, bool KernelEnded = false)
{
    public static CellOutcome Success { get; } = new((CellFailure?)null);
}

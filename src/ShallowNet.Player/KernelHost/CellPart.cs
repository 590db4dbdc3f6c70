namespace ShallowNet.Player.KernelHost;

/// <summary>What of a cell is run at once.</summary>
/// <param name="Code">C#, on the lines that it has in its cell.</param>
/// <param name="Packages">What it asks for.</param>
/// <param name="Import">What is run after it; null at the end of a cell.</param>
internal sealed record CellPart(string Code, IReadOnlyList<PackageRequest> Packages, ImportRequest? Import);

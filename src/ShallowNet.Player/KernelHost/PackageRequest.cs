namespace ShallowNet.Player.KernelHost;

/// <summary>A package that a cell asks for.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Version">The version asked for; "*" for the newest.</param>
/// <param name="Line">Line of the cell that asks.</param>
internal sealed record PackageRequest(string Id, string Version, int Line);

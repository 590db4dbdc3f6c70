namespace ShallowNet.Player.KernelHost;

/// <summary>A package that a cell asks for.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Version">The version asked for; "*" for the newest.</param>
internal sealed record PackageRequest(string Id, string Version);

namespace ShallowNet.Player.KernelHost;

/// <summary>A package that a line of a cell asks for; "*" is its newest version.</summary>
internal sealed record PackageRequest(string Id, string Version, int Line);

namespace ShallowNet.Player.KernelHost;

/// <summary>The files that a set of packages brings: assemblies to compile against and to load, native libraries of this machine.</summary>
internal sealed record PackageAssets(string[] Compile, string[] Runtime, string[] Native);

using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ShallowNet.Player.Book;

/// <summary>The copy of plotly.js inside Plotly.NET.dll, read without loading that assembly.</summary>
internal static class PlotlyScript
{
    private const string Prefix = "Plotly.NET.plotly-";

    /// <summary>The version that the build was told of, in Directory.Packages.props.</summary>
    private static readonly string Version = typeof(PlotlyScript).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(data => data.Key == "Plotly.NET").Value!;

    /// <summary>Looks for Plotly.NET.dll where the build and the package cache put it; null if it is nowhere.</summary>
    public static string? FindAssembly()
    {
        var home = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var built = Path.Combine(AppContext.BaseDirectory, "..", "..", "ShallowNet.Notebooks");
        string[] places =
        [
            Path.Combine(AppContext.BaseDirectory, "Plotly.NET.dll"),
            Path.Combine(built, "release", "Plotly.NET.dll"),
            Path.Combine(built, "debug", "Plotly.NET.dll"),
            Path.Combine(home, "plotly.net", Version, "lib", "netstandard2.0", "Plotly.NET.dll"),
        ];
        return Array.Find(places, File.Exists);
    }

    /// <summary>The script and its licence: file names such as "plotly-2.28.0.min.js" and their bytes.</summary>
    public static IReadOnlyList<(string Name, byte[] Content)> Read(string assembly)
    {
        using var stream = File.OpenRead(assembly);
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        var section = image.GetSectionData(image.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress);
        var files = new List<(string, byte[])>();
        foreach (var handle in metadata.ManifestResources)
        {
            var resource = metadata.GetManifestResource(handle);
            var name = metadata.GetString(resource.Name);
            if (!resource.Implementation.IsNil || !name.StartsWith(Prefix, StringComparison.Ordinal))
            {
                continue;
            }

            var reader = section.GetReader((int)resource.Offset, section.Length - (int)resource.Offset);
            files.Add((name["Plotly.NET.".Length..], reader.ReadBytes(reader.ReadInt32())));
        }

        return files;
    }
}

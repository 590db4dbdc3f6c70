using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ShallowNet.Player.Book;

/// <summary>The copy of plotly.js inside Plotly.NET.dll, read without loading that assembly.</summary>
internal static class PlotlyScript
{
    private const string Prefix = "Plotly.NET.plotly-";

    /// <summary>Where the build found Plotly.NET.dll; null if it is no longer there.</summary>
    public static string? FindAssembly() => typeof(PlotlyScript).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Select(data => data.Key == "Plotly.NET" ? data.Value : null).FirstOrDefault(File.Exists);

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
                continue;
            var reader = section.GetReader((int)resource.Offset, section.Length - (int)resource.Offset);
            files.Add((name["Plotly.NET.".Length..], reader.ReadBytes(reader.ReadInt32())));
        }
        return files;
    }
}

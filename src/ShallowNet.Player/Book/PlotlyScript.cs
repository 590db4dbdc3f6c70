using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ShallowNet.Player.Book;

/// <summary>The copy of plotly.js inside Plotly.NET.dll, read without loading that assembly.</summary>
internal static class PlotlyScript
{
    /// <summary>The script, such as plotly-2.28.0.min.js, and its licence; none if the dll is not where the build found it.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Files()
    {
        var assembly = typeof(PlotlyScript).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(data => data.Key == "Plotly.NET").Select(data => data.Value).FirstOrDefault(File.Exists);
        if (assembly is null)
            yield break;
        using var image = new PEReader(File.OpenRead(assembly));
        var metadata = image.GetMetadataReader();
        var section = image.GetSectionData(image.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress);
        foreach (var resource in metadata.ManifestResources.Select(metadata.GetManifestResource))
        {
            var name = metadata.GetString(resource.Name);
            if (!resource.Implementation.IsNil || !name.StartsWith("Plotly.NET.plotly-", StringComparison.Ordinal))
                continue;
            var reader = section.GetReader((int)resource.Offset, section.Length - (int)resource.Offset);
            yield return (name["Plotly.NET.".Length..], reader.ReadBytes(reader.ReadInt32()));
        }
    }
}

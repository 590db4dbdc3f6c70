namespace ShallowNet.Player.Book;

/// <summary>The copy of plotly.js inside Plotly.NET.dll.</summary>
internal static class PlotlyScript
{
    /// <summary>The script, such as plotly-2.28.0.min.js, and its licence; none if the dll is not where the build found it.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Files()
    {
        const string prefix = "Plotly.NET.";
        var path = typeof(PlotlyScript).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(data => data.Key == "Plotly.NET").Select(data => data.Value).FirstOrDefault(File.Exists);
        if (path is null)
            yield break;
        var plotly = Assembly.LoadFile(path);
        foreach (var name in plotly.GetManifestResourceNames().Where(name => name.StartsWith(prefix + "plotly-", StringComparison.Ordinal)))
        {
            using var content = new MemoryStream();
            plotly.GetManifestResourceStream(name)!.CopyTo(content);
            yield return (name[prefix.Length..], content.ToArray());
        }
    }
}

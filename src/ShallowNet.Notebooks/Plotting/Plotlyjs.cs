namespace ShallowNet.Notebooks;

/// <summary>plotly.js as the Plotly.NET package carries it.</summary>
internal static class Plotlyjs
{
    /// <summary>The version inside the Plotly.NET package.</summary>
    public const string Version = "2.28.0";
    /// <summary>plotly.js's own CDN: the only address a figure asks, and only where the page has no copy.</summary>
    public const string Url = "https://cdn.plot.ly/plotly-" + Version + ".min.js";
    /// <summary>SHA-256 of the file at <see cref="Url"/>, which is byte for byte the one inside the package.</summary>
    public const string Integrity = "sha256-8zGRhYASzyY8qHO4GcXnQFU4GD/j0OGm17Pld4Z7zDc=";

    /// <summary>The whole library, from the resource in Plotly.NET.</summary>
    public static string Source()
    {
        var assembly = typeof(GenericChart).Assembly;
        var name = $"Plotly.NET.plotly-{Version}.min.js";
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException(
            $"{assembly.GetName().Name} {assembly.GetName().Version} at {assembly.Location} has no resource {name}. "
            + "Load the version of Plotly.NET that this course names in its first cell.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

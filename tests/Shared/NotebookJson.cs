namespace ShallowNet.TestTools;

/// <summary>Notebooks as the text of their files.</summary>
internal static class NotebookJson
{
    /// <summary>A notebook of C# cells; text that begins with "md:" becomes Markdown.</summary>
    public static string Of(params string[] cells)
    {
        var metadata = new { };
        var list = cells.Select((source, i) => source.StartsWith("md:", StringComparison.Ordinal)
            ? (object)new { cell_type = "markdown", id = $"c{i}", metadata, source = source[3..] }
            : new { cell_type = "code", execution_count = (int?)null, id = $"c{i}", metadata, outputs = Array.Empty<int>(), source });
        var kernelspec = new { display_name = ".NET (C#)", language = "C#", name = ".net-csharp" };
        return JsonSerializer.Serialize(new { cells = list, metadata = new { kernelspec }, nbformat = 4, nbformat_minor = 5 }) + "\n";
    }
}

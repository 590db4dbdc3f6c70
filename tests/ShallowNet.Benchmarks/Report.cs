namespace ShallowNet.Benchmarks;

/// <summary>Prints tables in Markdown, as the README shows them.</summary>
internal static class Report
{
    public static void Head(params IEnumerable<string> columns)
    {
        Row(columns);
        Row(columns.Select(_ => "---"));
    }

    public static void Row(params IEnumerable<string> cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");
}

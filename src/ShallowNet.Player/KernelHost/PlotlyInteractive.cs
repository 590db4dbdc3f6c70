using Microsoft.DotNet.Interactive.Formatting;

namespace ShallowNet.Player.KernelHost;

/// <summary>Stands in for Plotly.NET.Interactive, which teaches .NET Interactive to show charts: the player does that itself.</summary>
internal static class PlotlyInteractive
{
    private const string Id = "Plotly.NET.Interactive";

    public static bool IsAskedFor(PackageRequest package) => package.Id.Equals(Id, StringComparison.OrdinalIgnoreCase);

    public static PackageRequest Replace(PackageRequest package) => IsAskedFor(package) ? package with { Id = "Plotly.NET" } : package;

    public static string Note(PackageRequest package) =>
        $"{Id} {package.Version} is meant for .NET Interactive; the player takes Plotly.NET {package.Version} and shows its charts itself.";

    public static void Register(NotebookLoadContext context)
    {
        const string chartName = "Plotly.NET.GenericChart", method = "toChartHTML";
        var plotly = context.LoadFromAssemblyName(new AssemblyName("Plotly.NET"));
        var chart = plotly.GetType(chartName, throwOnError: true)!;
        var toHtml = plotly.GetType(chartName + "Module")?.GetMethod(method) ?? chart.GetMethod(method)
            ?? throw new CellException("PackageError",
                "This version of Plotly.NET has no GenericChart.toChartHTML: the player cannot show its charts.");
        Formatter.Register(chart, (value, writer) => writer.Write((string)toHtml.Invoke(null, [value])!), HtmlFormatter.MimeType);
        Formatter.Register(chart, (_, writer) => writer.Write("Plotly.NET chart"), PlainTextFormatter.MimeType);
        Formatter.SetPreferredMimeTypesFor(chart, HtmlFormatter.MimeType);
    }
}

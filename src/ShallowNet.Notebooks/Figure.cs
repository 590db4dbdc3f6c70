namespace ShallowNet.Notebooks;

/// <summary>A chart that every notebook host shows: it brings its own loader for plotly.js, takes its colors from the page, says what is
/// drawn where only text can be shown, and says what to do where plotly.js cannot be had.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class Figure : IHtml
{
    private readonly FigureOptions _options;

    /// <summary>Wraps a Plotly.NET chart, whose title becomes the heading; the description, for screen readers and terminals, is one
    /// sentence, or "" to make it from the chart.</summary>
    public Figure(GenericChart chart, string description = "") : this(chart, description, FigureOptions.Of(chart)) { }

    internal Figure(GenericChart chart, string description, FigureOptions options)
    {
        ArgumentNullException.ThrowIfNull(chart);
        ArgumentNullException.ThrowIfNull(description);
        (Chart, Description, _options) = (chart, description.Length > 0 ? description : Charts.Describe(chart), options);
    }

    /// <summary>The Plotly.NET chart, to go on with Plotly.NET's own functions; <c>chart.ToFigure()</c> leads back.</summary>
    public GenericChart Chart { get; }
    /// <summary>What is drawn, in one sentence.</summary>
    public string Description { get; }

    /// <summary>The figure as an HTML fragment that draws itself; each call gives it a new id, so that a cell may run again.</summary>
    public string ToHtml() => FigureHtml.Write(Chart, Description, _options);

    /// <summary>What is drawn, in one sentence.</summary>
    public override string ToString() => $"[Figure] {Description}";
}

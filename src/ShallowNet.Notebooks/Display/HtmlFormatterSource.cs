namespace ShallowNet.Notebooks;

/// <summary>Formats everything that has <see cref="IHtml.ToHtml"/>.</summary>
internal sealed class HtmlFormatterSource
{
    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "The host calls it on an instance.")]
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new ConventionFormatter("text/html", value => ((IHtml)value).ToHtml()),
        new ConventionFormatter("text/plain", value => value.ToString() ?? ""),
    ];
}

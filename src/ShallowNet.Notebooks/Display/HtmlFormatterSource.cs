using System.Diagnostics.CodeAnalysis;

namespace ShallowNet.Notebooks;

/// <summary>Formats everything that has <see cref="IHtml.ToHtml"/>: as HTML and, by ToString, as plain text.</summary>
internal sealed class HtmlFormatterSource
{
    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "The host calls it on an instance.")]
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new ConventionFormatter(Mime.Html, value => ((IHtml)value).ToHtml()),
        new ConventionFormatter(Mime.Text, value => value.ToString() ?? ""),
    ];
}

/// <summary>The shape that .NET Interactive expects of a formatter: MimeType and Format.</summary>
internal sealed class ConventionFormatter(string mimeType, Func<object, string> text)
{
    public string MimeType { get; } = mimeType;

    public bool Format(object value, TextWriter writer)
    {
        writer.Write(text(value));
        return true;
    }
}

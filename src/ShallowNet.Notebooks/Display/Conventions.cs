using System.Diagnostics.CodeAnalysis;

namespace ShallowNet.Notebooks;

/// <summary>Something that a notebook shows: as HTML (by both display conventions) and, by ToString, as plain text.</summary>
internal interface IHtml
{
    string ToHtml();
}

/// <summary>
/// Tells .NET Interactive, which looks for an attribute of this name on any type, who formats the type. Having our own spares a reference
/// to the host.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;
    public string[] PreferredMimeTypes { get; } = ["text/html", "text/plain"];
}

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

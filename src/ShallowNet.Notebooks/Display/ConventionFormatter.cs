namespace ShallowNet.Notebooks;

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

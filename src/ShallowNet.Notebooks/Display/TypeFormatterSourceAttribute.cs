namespace ShallowNet.Notebooks;

/// <summary>Tells .NET Interactive, which looks for an attribute of this name, who formats the type: so no host is referenced.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;
    public string[] PreferredMimeTypes { get; } = ["text/html", "text/plain"];
}

namespace ShallowNet.Notebooks;

/// <summary>Tells .NET Interactive, which looks for an attribute of this name on any type, who formats the type. Having our own spares a
/// reference to the host.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;
    public string[] PreferredMimeTypes { get; } = ["text/html", "text/plain"];
}

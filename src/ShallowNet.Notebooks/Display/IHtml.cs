namespace ShallowNet.Notebooks;

/// <summary>Something that a notebook shows: as HTML (by both display conventions) and, by ToString, as plain text.</summary>
internal interface IHtml
{
    string ToHtml();
}

internal static class Mime
{
    public const string Html = "text/html";
    public const string Text = "text/plain";
}

namespace ShallowNet.Notebooks;

/// <summary>Something that a notebook shows: as HTML (by both display conventions) and, by ToString, as plain text.</summary>
internal interface IHtml
{
    string ToHtml();
}

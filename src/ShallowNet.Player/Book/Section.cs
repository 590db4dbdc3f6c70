namespace ShallowNet.Player.Book;

/// <summary>A part of a page, from its heading to the next: what the contents list, and what search finds. Its level is 2, or 3 for a part
/// of a section; the top of the page has level 0 and no id, which is the anchor; its title is there as HTML too.</summary>
internal sealed record Section(int Level, string Id, string Title, string Html)
{
    public StringBuilder Words { get; } = new();
    public StringBuilder Code { get; } = new();
}

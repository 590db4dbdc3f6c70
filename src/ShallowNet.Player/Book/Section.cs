namespace ShallowNet.Player.Book;

/// <summary>A part of a page, from its heading to the next: what the contents list, and what search finds.</summary>
/// <param name="Level">2 for a section, 3 for a part of one; 0 for the top of the page.</param>
/// <param name="Id">Anchor it begins at; "" for the top of the page.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Html">Its heading as HTML, TeX included.</param>
internal sealed record Section(int Level, string Id, string Title, string Html)
{
    private static readonly Regex Spaces = new(@"\s+");

    /// <summary>Its words, the heading excluded.</summary>
    public StringBuilder Words { get; } = new();

    public StringBuilder Code { get; } = new();

    public static string OneLine(string text) => Spaces.Replace(text, " ").Trim();
}

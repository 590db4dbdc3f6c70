namespace ShallowNet.Player.Book;

/// <summary>One page of the book, rendered. The number is "" if it has none, and no part of the title; the lead is the first paragraph,
/// which the cover shows; the first section is the top of the page.</summary>
internal sealed record Chapter(PlayedNotebook Notebook, string Number, string Title, string TitleHtml, string LeadHtml, string BodyHtml,
    IReadOnlyList<Section> Sections, ContentSecurity Security)
{
    /// <summary>The path of the page as links write it.</summary>
    public string Url => string.Join('/', Notebook.Href.Split('/').Select(Uri.EscapeDataString));
}

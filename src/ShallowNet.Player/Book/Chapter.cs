namespace ShallowNet.Player.Book;

/// <summary>One page of the book, rendered.</summary>
/// <param name="Notebook">What it was made of.</param>
/// <param name="Number">Its number as printed, such as "5"; "" if it has none.</param>
/// <param name="Title">Its title without the number.</param>
/// <param name="TitleHtml">The same as HTML.</param>
/// <param name="LeadHtml">The first paragraph, as HTML: what the cover says about the chapter.</param>
/// <param name="BodyHtml">All cells.</param>
/// <param name="Sections">The top of the page, then a section for each heading.</param>
/// <param name="Security">What may run on the page.</param>
internal sealed record Chapter(PlayedNotebook Notebook, string Number, string Title, string TitleHtml, string LeadHtml, string BodyHtml,
    IReadOnlyList<Section> Sections, ContentSecurity Security)
{
    /// <summary>The path of the page as links write it.</summary>
    public string Url => string.Join('/', Notebook.Href.Split('/').Select(Uri.EscapeDataString));
}

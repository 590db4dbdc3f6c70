namespace ShallowNet.Player.Book;

/// <summary>Ids of headings, made as editors make them, so that links written for the editor work in the pages.</summary>
internal static class Slug
{
    /// <summary>Lower case, spaces as hyphens, punctuation dropped: "5.1 The slope" gives "51-the-slope".</summary>
    public static string Of(string text)
    {
        var slug = text.Trim().ToLowerInvariant().Select(c => char.IsWhiteSpace(c) ? '-' : c)
            .Where(c => char.IsLetterOrDigit(c) || c is '-' or '_');
        return string.Concat(slug) is { Length: > 0 } id ? id : "section";
    }
}

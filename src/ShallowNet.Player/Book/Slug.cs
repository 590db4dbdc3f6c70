namespace ShallowNet.Player.Book;

/// <summary>Ids of headings, made as editors make them, so that links written for the editor work in the pages.</summary>
internal static class Slug
{
    /// <summary>Lower case, spaces as hyphens, punctuation dropped: "5.1 The slope" gives "51-the-slope".</summary>
    public static string Of(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in text.Trim())
        {
            if (char.IsLetterOrDigit(c) || c is '-' or '_')
                slug.Append(char.ToLowerInvariant(c));
            else if (char.IsWhiteSpace(c))
                slug.Append('-');
        }
        return slug.Length == 0 ? "section" : slug.ToString();
    }
}

namespace ShallowNet.Player.Book;

/// <summary>One page of the book, rendered.</summary>
internal sealed class Chapter
{
    /// <summary>Path of the page in the output folder, with forward slashes.</summary>
    public required string Href { get; init; }

    /// <summary>Path of the notebook, beside the page if it was played.</summary>
    public required string Source { get; init; }

    /// <summary>The same path as links write it.</summary>
    public string Url => string.Join('/', Href.Split('/').Select(Uri.EscapeDataString));

    /// <summary>Its number as printed, such as "5"; "" if it has none.</summary>
    public required string Number { get; init; }

    public required string Title { get; init; }

    public required string TitleHtml { get; init; }

    /// <summary>The first paragraph, as HTML: what the cover says about the chapter.</summary>
    public required string LeadHtml { get; init; }

    public required string BodyHtml { get; init; }

    public required IReadOnlyList<Heading> Headings { get; init; }

    public required IReadOnlyList<SearchSection> Sections { get; init; }

    public required ContentSecurity Security { get; init; }

    public PlayFailure? Failure { get; init; }

    /// <summary>Whether the executed notebook lies beside the page.</summary>
    public required bool IsPlayed { get; init; }

    /// <summary>Whether something is folded until the reader has predicted it.</summary>
    public required bool HasPredictions { get; init; }

    public bool IsAppendix => Href.StartsWith("solutions/", StringComparison.Ordinal);

    /// <summary>The way from the page to the output folder: "" or "../" for each folder.</summary>
    public string ToRoot => string.Concat(Enumerable.Repeat("../", Href.Count(c => c == '/')));
}

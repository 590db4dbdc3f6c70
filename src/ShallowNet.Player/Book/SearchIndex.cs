using System.Text.Encodings.Web;

namespace ShallowNet.Player.Book;

/// <summary>The words of all pages as a script: a page from file:// may load a script, but may not fetch data.</summary>
internal static class SearchIndex
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Script(IReadOnlyList<Chapter> chapters)
    {
        var pages = chapters.Select(chapter => new[] { chapter.Url, $"{chapter.Number} {chapter.Title}".TrimStart() });
        var sections = chapters.SelectMany((chapter, page) => chapter.Sections.Select(section => new object[]
            { page, section.Id, section.Title, Section.OneLine($"{section.Words}"), Section.OneLine($"{section.Code}") }))
            .Where(section => section[2..].Any(text => text is not ""));
        return $"window.bookIndex = {JsonSerializer.Serialize(new { pages, sections }, Options)};\n";
    }
}

using System.Text.Encodings.Web;

namespace ShallowNet.Player.Book;

/// <summary>The words of all pages as a script: a page from file:// may load a script, but may not fetch data.</summary>
internal static class SearchIndex
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Script(IReadOnlyList<Chapter> chapters)
    {
        var pages = chapters.Select(chapter => new[] { chapter.Url, Label(chapter) });
        var sections = chapters.SelectMany((chapter, page) => chapter.Sections
            .Where(section => section.Title.Length + section.Text.Length + section.Code.Length > 0)
            .Select(section => new object[] { page, section.Id, section.Title, section.Text, section.Code }));
        return $"window.bookIndex = {JsonSerializer.Serialize(new { pages, sections }, Options)};\n";
    }

    private static string Label(Chapter chapter) => chapter.Number.Length > 0 ? $"{chapter.Number} {chapter.Title}" : chapter.Title;
}

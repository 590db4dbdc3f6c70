using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ShallowNet.Player.Notebooks;

namespace ShallowNet.Player.Book;

/// <summary>Turns the links and pictures of a notebook into those of its page.</summary>
/// <param name="notebook">The notebook.</param>
/// <param name="pages">Pages of the book by their path: "05-activation-functions.html".</param>
internal sealed class ChapterLinks(PlayedNotebook notebook, IReadOnlySet<string> pages)
{
    private static readonly string[] PictureEndings = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"];

    /// <summary>Pictures the page uses: where each is now, and its path in the output folder.</summary>
    public Dictionary<string, string> Pictures { get; } = [];

    public void Rewrite(IElement body, Cell cell)
    {
        foreach (var link in body.QuerySelectorAll<IHtmlAnchorElement>("a[href]"))
            RewriteLink(link);
        foreach (var picture in body.QuerySelectorAll<IHtmlImageElement>("img"))
            RewritePicture(picture, cell);
    }

    private void RewriteLink(IHtmlAnchorElement link)
    {
        var href = link.GetAttribute("href")!;
        if (href.StartsWith('#'))
        {
            link.SetAttribute("href", Fragment(href));
            return;
        }
        if (Uri.TryCreate(href, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "mailto")
        {
            link.SetAttribute("rel", "noopener noreferrer");
            return;
        }
        var hash = href.IndexOf('#', StringComparison.Ordinal);
        var path = hash < 0 ? href : href[..hash];
        if (path.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase) && InBook(path) is { } target
            && pages.Contains(PlayedNotebook.PageOf(target)))
        {
            var up = path[..(path.LastIndexOf('/') + 1)];
            var page = Uri.EscapeDataString(Path.GetFileName(PlayedNotebook.PageOf(target)));
            link.SetAttribute("href", up + page + (hash < 0 ? "" : Fragment(href[hash..])));
        }
        else
        {
            link.RemoveAttribute("href");
        }
    }

    private void RewritePicture(IHtmlImageElement picture, Cell cell)
    {
        var source = picture.GetAttribute("src") ?? "";
        picture.SetAttribute("loading", "lazy");
        if (source.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase))
            return;
        if (source.StartsWith("attachment:", StringComparison.Ordinal))
        {
            if (cell.Attachments.TryGetValue(Uri.UnescapeDataString(source["attachment:".Length..]), out var file)
                && file.Mime.StartsWith("image/", StringComparison.Ordinal))
            {
                picture.SetAttribute("src", $"data:{file.Mime};base64,{file.Base64.ReplaceLineEndings("")}");
                return;
            }
        }
        else if (InBook(source) is { } target && PictureEndings.Contains(Path.GetExtension(target).ToLowerInvariant()))
        {
            var from = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(notebook.SourcePath))!, Uri.UnescapeDataString(source));
            if (File.Exists(from))
            {
                Pictures[from] = target;
                return;
            }
        }
        var text = picture.Owner!.CreateElement("span");
        text.TextContent = $"[picture: {picture.GetAttribute("alt") ?? source}]";
        picture.Replace(text);
    }

    /// <summary>The path in the output folder that a relative address means; null for one that leads out of it or is not a path.</summary>
    private string? InBook(string relative)
    {
        if (relative.Length == 0 || relative.StartsWith('/') || relative.Contains(':', StringComparison.Ordinal)
            || relative.Contains('\\', StringComparison.Ordinal))
        {
            return null;
        }
        var parts = new List<string>(notebook.RelativePath.Split('/')[..^1]);
        foreach (var part in Uri.UnescapeDataString(relative).Split('/'))
        {
            if (part == ".." && parts.Count == 0)
                return null;
            if (part == "..")
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("" or "."))
                parts.Add(part);
        }
        return string.Join('/', parts);
    }

    private static string Fragment(string fragment) => fragment.Length < 2 ? "#" : "#" + Slug.Of(Uri.UnescapeDataString(fragment[1..]));
}

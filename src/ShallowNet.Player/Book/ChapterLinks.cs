using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ShallowNet.Player.Book;

/// <summary>Turns the links and pictures of a notebook into those of its page; the pages of the book are known by their path.</summary>
internal sealed class ChapterLinks(PlayedNotebook notebook, IReadOnlySet<string> pages)
{
    private const string Attachment = "attachment:";
    private static readonly string[] PictureEndings = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"];

    private readonly string _folder = Path.GetDirectoryName(Path.GetFullPath(notebook.SourcePath))!;

    /// <summary>Pictures the page uses: where each is now, and its path in the output folder.</summary>
    public Dictionary<string, string> Pictures { get; } = [];

    public void Rewrite(IElement body, Cell cell)
    {
        foreach (var link in body.QuerySelectorAll<IHtmlAnchorElement>("a[href]"))
        {
            var href = link.GetAttribute("href")!;
            if (Uri.TryCreate(href, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "mailto")
                link.SetAttribute("rel", "noopener noreferrer");
            else
                link.SetAttribute("href", OnPage(href));
        }
        foreach (var picture in body.QuerySelectorAll<IHtmlImageElement>("img"))
            RewritePicture(picture, picture.GetAttribute("src") ?? "", cell);
    }

    /// <summary>What a link of the notebook is on its page; null, which is no link, where it leads to something that has no page.</summary>
    private string? OnPage(string href)
    {
        var hash = href.IndexOf('#', StringComparison.Ordinal);
        var path = hash < 0 ? href : href[..hash];
        var fragment = hash < 0 ? "" : hash + 1 == href.Length ? "#" : "#" + PageText.Slug(Uri.UnescapeDataString(href[(hash + 1)..]));
        if (hash == 0)
            return fragment;
        var page = path.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase) && InBook(path) is { } target
            ? PlayedNotebook.PageOf(target) : "";
        return pages.Contains(page) ? path[..(path.LastIndexOf('/') + 1)] + Uri.EscapeDataString(Path.GetFileName(page)) + fragment : null;
    }

    private void RewritePicture(IHtmlImageElement picture, string source, Cell cell)
    {
        picture.SetAttribute("loading", "lazy");
        if (source.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase))
            return;
        if (source.StartsWith(Attachment, StringComparison.Ordinal)
            && cell.Attachments.TryGetValue(Uri.UnescapeDataString(source[Attachment.Length..]), out var file)
            && file.Mime.StartsWith("image/", StringComparison.Ordinal))
        {
            picture.SetAttribute("src", $"data:{file.Mime};base64,{file.Base64.ReplaceLineEndings("")}");
        }
        else if (InBook(source) is { } target && PictureEndings.Contains(Path.GetExtension(target).ToLowerInvariant())
            && Path.Combine(_folder, Uri.UnescapeDataString(source)) is var from && File.Exists(from))
        {
            Pictures[from] = target;
        }
        else
        {
            var text = picture.Owner!.CreateElement("span");
            text.TextContent = $"[picture: {picture.GetAttribute("alt") ?? source}]";
            picture.Replace(text);
        }
    }

    /// <summary>The path in the output folder that a relative address means; null for one that leads out of it or is not a path.</summary>
    private string? InBook(string relative)
    {
        if (relative.Length == 0 || relative[0] == '/' || relative.AsSpan().ContainsAny(':', '\\'))
            return null;
        var parts = new List<string>(notebook.RelativePath.Split('/')[..^1]);
        foreach (var part in Uri.UnescapeDataString(relative).Split('/').Where(part => part is not ("" or ".")))
        {
            if (part != "..")
                parts.Add(part);
            else if (parts.Count == 0)
                return null;
            else
                parts.RemoveAt(parts.Count - 1);
        }
        return string.Join('/', parts);
    }
}

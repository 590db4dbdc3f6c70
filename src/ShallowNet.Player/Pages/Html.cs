using System.Net;

namespace ShallowNet.Player.Pages;

/// <summary>Text as HTML.</summary>
internal static class Html
{
    /// <summary>Escapes text for content and for quoted attributes.</summary>
    public static string Encode(string text) => WebUtility.HtmlEncode(text);
}

namespace ShallowNet.Notebooks;

/// <summary>A piece of HTML with a plain-text form, shown by every notebook host.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class HtmlView : IHtml
{
    private readonly Func<string> _html;
    private readonly string _plainText;

    /// <summary>Shows <paramref name="html"/>, or <paramref name="plainText"/> where only text can be shown.</summary>
    /// <param name="html">An HTML fragment; text in it must be encoded already.</param>
    /// <param name="plainText">The same for a terminal.</param>
    public HtmlView(string html, string plainText) : this(() => html, plainText) => ArgumentNullException.ThrowIfNull(html);

    /// <summary>Writes the HTML anew at each showing, for fragments whose ids must be unique.</summary>
    internal HtmlView(Func<string> html, string plainText)
    {
        ArgumentNullException.ThrowIfNull(plainText);
        (_html, _plainText) = (html, plainText);
    }

    /// <summary>The HTML fragment.</summary>
    public string ToHtml() => _html();

    /// <summary>The plain-text form.</summary>
    public override string ToString() => _plainText;
}

namespace ShallowNet.Notebooks;

/// <summary>A piece of HTML with a plain-text form, shown by every notebook host.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class HtmlView : IHtml
{
    private readonly Func<string> _html;
    private readonly string _plainText;

    /// <summary>Shows an HTML fragment, in which text is encoded already, or <paramref name="plainText"/> where only text can be
    /// shown.</summary>
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

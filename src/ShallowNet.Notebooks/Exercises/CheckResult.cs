namespace ShallowNet.Notebooks;

/// <summary>What the check of an exercise found: a small panel, done or not yet.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class CheckResult : IHtml
{
    private const string HeadStyle = "text-align:left;font-weight:600;padding:.1em 1em .1em 0;vertical-align:top";

    internal CheckResult(string exercise, string title, string message) => (Exercise, Title, Message) = (exercise, title, message);

    /// <summary>The exercise's number, e.g. "5.1".</summary>
    public string Exercise { get; }
    /// <summary>The exercise's name.</summary>
    public string Title { get; }
    /// <summary>Whether every hidden case agreed.</summary>
    public bool IsDone { get; internal init; }
    /// <summary>What is right, or what went wrong first.</summary>
    public string Message { get; }
    /// <summary>The first case that went wrong, as text; null where no case is to blame.</summary>
    public string? Input { get; internal init; }
    /// <summary>The right answer to that case.</summary>
    public string? Expected { get; internal init; }
    /// <summary>The answer that came instead.</summary>
    public string? Got { get; internal init; }
    /// <summary>What to look at next; null when the exercise is done, or nothing was tried yet.</summary>
    public string? Hint { get; internal init; }

    private string State => IsDone ? "done" : "not yet";

    private IEnumerable<(string Name, string? Value)> Rows =>
        new (string Name, string? Value)[] { ("Input", Input), ("Expected", Expected), ("Got", Got) }.Where(row => row.Value is not null);

    /// <summary>The panel as a piece of HTML that needs no style sheet.</summary>
    public string ToHtml()
    {
        var (color, mark) = IsDone ? ("#009E73", "✓") : ("#E69F00", "○");
        var rows = string.Concat(Rows.Select(row => $"""<tr style="background:none"><th scope="row" style="{HeadStyle}">{row.Name}</th>"""
            + $"""<td style="text-align:left;padding:.1em 0"><code style="overflow-wrap:anywhere">{HtmlEncode(row.Value)}</code>"""
            + "</td></tr>"));
        var table = rows.Length == 0 ? "" : $"""<table style="border-collapse:collapse;margin:.4em 0 0;font-size:.95em">{rows}</table>""";
        var hint = Hint is null ? "" : $"""<div style="margin-top:.4em"><em>Hint.</em> {HtmlEncode(Hint)}</div>""";
        return $"""<div class="shallownet-check" role="status" style="border:1px solid {color};border-left-width:6px;border-radius:4px;"""
            + """padding:.6em .9em;margin:.4em 0;max-width:46em;line-height:1.45">"""
            + $"<div><strong>{mark} Exercise {HtmlEncode(Exercise)}: {State}</strong> · {HtmlEncode(Title)}</div>"
            + $"""<div style="margin-top:.3em">{HtmlEncode(Message)}</div>{table}{hint}</div>""";
    }

    /// <summary>The panel as lines of text.</summary>
    public override string ToString() => $"Exercise {Exercise}: {State}. {Message}"
        + string.Concat(Rows.Select(row => $"\n  {row.Name}: {row.Value}")) + (Hint is null ? "" : $"\n  Hint: {Hint}");
}

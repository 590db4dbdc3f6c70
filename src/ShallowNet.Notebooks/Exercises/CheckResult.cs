namespace ShallowNet.Notebooks;

/// <summary>What the check of an exercise found: a small panel, done or not yet.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class CheckResult : IHtml
{
    private CheckResult(string exercise, string title, bool isDone, string state, string message)
    {
        Exercise = exercise;
        Title = title;
        IsDone = isDone;
        State = state;
        Message = message;
    }

    /// <summary>The exercise's number, e.g. "5.1".</summary>
    public string Exercise { get; }

    /// <summary>The exercise's name.</summary>
    public string Title { get; }

    /// <summary>Whether every hidden case agreed.</summary>
    public bool IsDone { get; }

    /// <summary>What is right, or what went wrong first.</summary>
    public string Message { get; }

    /// <summary>The first case that went wrong, as text; null where no case is to blame.</summary>
    public string? Input { get; private init; }

    /// <summary>The right answer to that case.</summary>
    public string? Expected { get; private init; }

    /// <summary>The answer that came instead.</summary>
    public string? Got { get; private init; }

    /// <summary>What to look at next; null when the exercise is done, or nothing was tried yet.</summary>
    public string? Hint { get; private init; }

    private string State { get; }

    internal static CheckResult Done(string exercise, string title, string message) => new(exercise, title, true, "done", message);

    internal static CheckResult NotStarted(string exercise, string title) =>
        new(exercise, title, false, "not yet",
            "Your turn: replace the throw in the cell above by your answer, run that cell, then this one.");

    internal static CheckResult NotYet(string exercise, string title, string message, string? input, string? expected, string? got,
        string hint) =>
        new(exercise, title, false, "not yet", message) { Input = input, Expected = expected, Got = got, Hint = hint };

    /// <summary>The panel as a piece of HTML that needs no style sheet.</summary>
    public string ToHtml()
    {
        var color = IsDone ? "#009E73" : "#E69F00";
        var html = new StringBuilder();
        html.Append("<div class=\"shallownet-check\" role=\"status\" style=\"border:1px solid ").Append(color)
            .Append(";border-left-width:6px;border-radius:4px;padding:.6em .9em;margin:.4em 0;max-width:46em;line-height:1.45\">");
        html.Append("<div><strong>").Append(IsDone ? "✓ " : "○ ").Append("Exercise ").Append(HtmlEncode(Exercise)).Append(": ")
            .Append(State)
            .Append("</strong> · ").Append(HtmlEncode(Title)).Append("</div>");
        html.Append("<div style=\"margin-top:.3em\">").Append(HtmlEncode(Message)).Append("</div>");
        var rows = Rows();
        if (rows.Count > 0)
        {
            html.Append("<table style=\"border-collapse:collapse;margin:.4em 0 0;font-size:.95em\">");
            foreach (var (name, value) in rows)
            {
                html.Append("<tr style=\"background:none\"><th scope=\"row\" style=\"text-align:left;font-weight:600;padding:.1em 1em "
                    + ".1em 0;vertical-align:top\">").Append(name)
                    .Append("</th><td style=\"text-align:left;padding:.1em 0\"><code style=\"overflow-wrap:anywhere\">")
                        .Append(HtmlEncode(value)).Append("</code></td></tr>");
            }
            html.Append("</table>");
        }
        if (Hint is not null)
            html.Append("<div style=\"margin-top:.4em\"><em>Hint.</em> ").Append(HtmlEncode(Hint)).Append("</div>");
        return html.Append("</div>").ToString();
    }

    /// <summary>The panel as lines of text.</summary>
    public override string ToString()
    {
        var lines = Rows().Select(row => $"  {row.Name}: {row.Value}");
        var hint = Hint is null ? "" : $"\n  Hint: {Hint}";
        return string.Join('\n', lines.Prepend($"Exercise {Exercise}: {State}. {Message}")) + hint;
    }

    private List<(string Name, string Value)> Rows()
    {
        var rows = new List<(string, string)>();
        if (Input is not null)
            rows.Add(("Input", Input));
        if (Expected is not null)
            rows.Add(("Expected", Expected));
        if (Got is not null)
            rows.Add(("Got", Got));
        return rows;
    }
}

namespace ShallowNet.Player.Playing;

/// <summary>Gathers what a cell shows, in order, as the notebook file keeps it, and bounds how much that is. What was shown under an id has
/// its place over all cells: a later cell may show it anew.</summary>
internal sealed class OutputCollector(int executionCount, Dictionary<string, Action<Func<JsonObject>>> places)
{
    /// <summary>Values that are kept of one cell, and the characters of all of them together.</summary>
    private const int MaxValues = 1000, MaxCharacters = 60 << 20;
    private const int MaxText = (1 << 20) + (1 << 10);

    private static readonly string[] Pictures = ["<figure", "<svg", "<canvas", "<img", "Plotly.newPlot"];

    private readonly List<Func<JsonObject>> _outputs = [];
    private StringBuilder? _text;
    private string? _textName;
    private int _textLength, _values, _leftOut;
    private long _characters;

    /// <summary>Number of outputs that are charts, drawings or pictures.</summary>
    public int Charts { get; private set; }
    /// <summary>Notes of the engine; they are not outputs.</summary>
    public List<string> Notes { get; } = [];
    public IEnumerable<JsonObject> Outputs => (_leftOut == 0 ? _outputs : [.. _outputs, LeftOut]).Select(make => make());

    public void Add(KernelOutput output)
    {
        if (output is TextOutput text)
            AddText(text);
        else if (output is NoteOutput note)
            Notes.Add(note.Text);
        else if (output is DisplayOutput display)
            Show(display.Data, display.Id, () => Output.DisplayData(display.Data));
        else if (output is ResultOutput result)
            Show(result.Data, null, () => Output.ExecuteResult(executionCount, result.Data));
    }

    public void Add(CellFailure failure)
    {
        _outputs.Add(() => Output.Error(failure.Name, failure.Message, failure.Traceback));
        _text = null;
    }

    private void Show(IReadOnlyDictionary<string, string> data, string? id, Func<JsonObject> output)
    {
        var replace = id is null ? null : places.GetValueOrDefault(id);
        var characters = data.Values.Sum(value => (long)value.Length);
        if ((replace is null && _values == MaxValues) || _characters + characters > MaxCharacters)
        {
            _leftOut++;
            return;
        }
        _characters += characters;
        if (replace is not null)
        {
            replace(output);
            return;
        }
        _values++;
        var place = _outputs.Count;
        if (id is not null)
            places[id] = anew => _outputs[place] = anew;
        _outputs.Add(output);
        _text = null;
        if (data.Keys.Any(mime => mime.StartsWith("image/", StringComparison.Ordinal))
            || Pictures.Any(data.GetValueOrDefault("text/html", "").Contains))
        {
            Charts++;
        }
    }

    private void AddText(TextOutput output)
    {
        if (_textLength > MaxText)
            return;
        _textLength += output.Text.Length;
        var value = _textLength > MaxText ? output.Text[..^(_textLength - MaxText)] + "\n[the player left out the rest]\n" : output.Text;
        if (_text is null || _textName != output.Name)
        {
            var text = new StringBuilder();
            (_text, _textName) = (text, output.Name);
            _outputs.Add(() => Output.Stream(output.Name, text.ToString()));
        }
        _text.Append(value);
    }

    private JsonObject LeftOut()
    {
        var kept = Invariant($"it keeps {MaxValues:N0} of a cell, {MaxCharacters >> 20} million characters");
        return Output.Stream("stderr", Invariant($"[The player left out {_leftOut:N0} more displayed values: {kept}.]\n"));
    }
}

using System.Text;
using System.Text.Json.Nodes;
using ShallowNet.Player.Kernels;
using ShallowNet.Player.Notebooks;

namespace ShallowNet.Player.Playing;

/// <summary>Gathers what a cell shows, in order, as the notebook file keeps it.</summary>
internal sealed class OutputCollector(int executionCount)
{
    private static readonly string[] Pictures = ["<figure", "<svg", "<canvas", "<img", "Plotly.newPlot"];

    private const int MaxText = (1 << 20) + (1 << 10);
    private readonly List<Func<JsonObject>> _outputs = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private StringBuilder? _text;
    private string? _textName;
    private int _textLength;

    /// <summary>Number of outputs that are charts, drawings or pictures.</summary>
    public int Charts { get; private set; }

    /// <summary>Notes of the engine; they are not outputs.</summary>
    public List<string> Notes { get; } = [];

    public IEnumerable<JsonObject> Outputs => _outputs.Select(make => make());

    public void Add(KernelOutput output)
    {
        switch (output)
        {
            case TextOutput text:
                AddText(text);
                break;
            case NoteOutput note:
                Notes.Add(note.Text);
                break;
            case DisplayOutput { Id: { } id } display when _places.TryGetValue(id, out var place):
                _outputs[place] = () => Output.DisplayData(display.Data);
                break;
            case DisplayOutput display:
                if (display.Id is not null)
                {
                    _places[display.Id] = _outputs.Count;
                }

                AddData(() => Output.DisplayData(display.Data), display.Data);
                break;
            case ResultOutput result:
                AddData(() => Output.ExecuteResult(executionCount, result.Data), result.Data);
                break;
        }
    }

    public void Add(CellFailure failure)
    {
        _outputs.Add(() => Output.Error(failure.Name, failure.Message, failure.Traceback));
        _text = null;
    }

    private void AddData(Func<JsonObject> output, IReadOnlyDictionary<string, string> data)
    {
        _outputs.Add(output);
        _text = null;
        if (data.Keys.Any(mime => mime.StartsWith("image/", StringComparison.Ordinal))
            || (data.TryGetValue("text/html", out var html) && Pictures.Any(picture => html.Contains(picture, StringComparison.Ordinal))))
        {
            Charts++;
        }
    }

    private void AddText(TextOutput output)
    {
        if (_textLength > MaxText)
        {
            return;
        }

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
}

using System.Text.Json.Nodes;

namespace ShallowNet.Player.Notebooks;

/// <summary>One cell of a notebook. Only its outputs and its execution count can be changed.</summary>
public sealed class Cell
{
    private readonly Func<JsonArray> _readOutputs;
    private JsonArray? _outputs;

    internal Cell(CellHead head, string language, int line, CellSpans spans, Func<JsonArray> readOutputs)
    {
        Number = head.Number;
        Id = head.Id;
        Kind = head.Kind;
        Source = head.Source;
        Language = language;
        ExecutionCount = head.ExecutionCount;
        Attachments = head.Attachments;
        Line = line;
        Spans = spans;
        _readOutputs = readOutputs;
    }

    /// <summary>Position among all cells of the notebook, counted from 1.</summary>
    public int Number { get; }

    /// <summary>The cell's id; null in files older than nbformat 4.5.</summary>
    public string? Id { get; }

    /// <summary>Code, Markdown or raw.</summary>
    public CellKind Kind { get; }

    /// <summary>Language in lower case, "csharp" for C#; "markdown" for a Markdown cell, "raw" for a raw one.</summary>
    public string Language { get; }

    /// <summary>The text of the cell.</summary>
    public string Source { get; }

    /// <summary>Line of the file on which the cell begins, counted from 1.</summary>
    public int Line { get; }

    /// <summary>Files carried inside the cell: name to MIME type and base64 text.</summary>
    public IReadOnlyDictionary<string, Attachment> Attachments { get; }

    /// <summary>Count of the execution that produced the outputs; null if the cell was not played.</summary>
    public int? ExecutionCount { get; private set; }

    /// <summary>The outputs in the file or those set since. A copy: use <see cref="SetResult"/> to change them.</summary>
    /// <exception cref="NotebookFormatException">An output in the file has the same key twice.</exception>
    public JsonArray Outputs => (JsonArray)(_outputs ?? _readOutputs()).DeepClone();

    internal CellSpans Spans { get; }

    /// <summary>True once <see cref="SetResult"/> was called: what the outputs hold was made by this program, not found in the file.</summary>
    public bool IsPlayed { get; private set; }

    /// <summary>Sets outputs and execution count, as playing the cell does; (null, []) is the state before playing.</summary>
    /// <param name="executionCount">The count, or null.</param>
    /// <param name="outputs">Outputs made by <see cref="Output"/>.</param>
    /// <exception cref="InvalidOperationException">The cell is not a code cell: only code has outputs.</exception>
    public void SetResult(int? executionCount, IEnumerable<JsonObject> outputs)
    {
        if (Kind != CellKind.Code)
            throw new InvalidOperationException(FormattableString.Invariant($"Cell {Number} is {Kind}; only a code cell has outputs."));
        ExecutionCount = executionCount;
        _outputs = new JsonArray([.. outputs.Select(output => output.DeepClone())]);
        IsPlayed = true;
    }
}

namespace ShallowNet.Player.Notebooks;

/// <summary>One cell of a notebook. Only its outputs and its execution count can be changed.</summary>
internal sealed class Cell
{
    /// <summary>Position among all cells of the notebook, counted from 1.</summary>
    public required int Number { get; init; }
    /// <summary>The cell's id; null in files older than nbformat 4.5.</summary>
    public required string? Id { get; init; }
    public required CellKind Kind { get; init; }
    /// <summary>Language in lower case, "csharp" for C#; "markdown" for a Markdown cell, "raw" for a raw one.</summary>
    public required string Language { get; init; }
    public required string Source { get; init; }
    /// <summary>Files carried inside a Markdown cell, by name.</summary>
    public required IReadOnlyDictionary<string, (string Mime, string Base64)> Attachments { get; init; }
    /// <summary>Count of the execution that produced the outputs; null if the cell was not played.</summary>
    public required int? ExecutionCount { get; set; }
    /// <summary>The outputs in the file or those set since, as nbformat has them.</summary>
    public required JsonArray Outputs { get; set; }
    /// <summary>Whether <see cref="SetResult"/> was called: this program made the outputs, they are not those of the file.</summary>
    public bool IsPlayed { get; private set; }

    /// <summary>Sets what playing the cell gave, outputs made by <see cref="Output"/>; (null, []) is the state before.</summary>
    public void SetResult(int? executionCount, IEnumerable<JsonObject> outputs) =>
        (ExecutionCount, Outputs, IsPlayed) = (executionCount, new JsonArray([.. outputs]), true);
}

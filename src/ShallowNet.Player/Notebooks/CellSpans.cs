namespace ShallowNet.Player.Notebooks;

/// <summary>Where in the file's bytes the two values lie that playing a cell replaces.</summary>
/// <param name="Outputs">Span of the value of "outputs"; null if the cell has none.</param>
/// <param name="ExecutionCount">Span of the value of "execution_count"; null if the cell has none.</param>
/// <param name="LastValueEnd">Where the last value of the cell ends: a missing key is written there.</param>
/// <param name="Indent">The white space, from the line break on, before the cell's keys; empty where the file has no line breaks.</param>
internal sealed record CellSpans(Range? Outputs, Range? ExecutionCount, int LastValueEnd, string Indent);

/// <summary>What the reader found in a cell.</summary>
internal sealed record CellHead(
    int Number,
    CellKind Kind,
    string? Id,
    string Source,
    int? ExecutionCount,
    IReadOnlyDictionary<string, Attachment> Attachments);

namespace ShallowNet.Player.Playing;

/// <summary>How playing one notebook went, which is null if the file could not be read. The failed cell counts as played; drawings and
/// pictures are charts too; the notes are what the engine wants the person who plays the notebooks to know; without a failure it was played
/// to its end.</summary>
internal sealed record NotebookReport(NotebookFile File, Notebook? Notebook, int Played, int CodeCells, int Charts, TimeSpan Duration,
    IReadOnlyList<string> Notes, NotebookFailure? Failure);

namespace ShallowNet.Player.Playing;

/// <summary>How playing a notebook went; it is null if the file could not be read. The failed cell counts as played; drawings and pictures
/// are charts too; the notes are for the person who plays the notebooks; without a failure it was played to its end.</summary>
internal sealed record NotebookReport(NotebookFile File, Notebook? Notebook, int Played, int CodeCells, int Charts, TimeSpan Duration,
    IReadOnlyList<string> Notes, NotebookFailure? Failure);

using ShallowNet.Player.Notebooks;

namespace ShallowNet.Player.Playing;

/// <summary>How playing one notebook went.</summary>
/// <param name="File">The notebook.</param>
/// <param name="Notebook">The notebook with outputs; null if the file could not be read.</param>
/// <param name="Played">Number of code cells that were played, the failed one included.</param>
/// <param name="CodeCells">Number of code cells.</param>
/// <param name="Charts">Number of charts, drawings and pictures shown.</param>
/// <param name="Duration">Time from the start of the kernel to the end of the last cell.</param>
/// <param name="Notes">What the engine wants the person who plays the notebooks to know.</param>
/// <param name="Failure">Why it was not played to its end; null if it was.</param>
internal sealed record NotebookReport(NotebookFile File, Notebook? Notebook, int Played, int CodeCells, int Charts, TimeSpan Duration,
    IReadOnlyList<string> Notes, NotebookFailure? Failure);

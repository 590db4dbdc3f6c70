using ShallowNet.Player.Documents;
using ShallowNet.Player.Engine;

namespace ShallowNet.Player.Playing;

/// <summary>A notebook to play.</summary>
/// <param name="SourcePath">Full path of the file.</param>
/// <param name="RelativePath">Where its executed copy goes in the output folder, with forward slashes.</param>
internal sealed record NotebookFile(string SourcePath, string RelativePath);

/// <summary>How playing one notebook went.</summary>
/// <param name="File">The notebook.</param>
/// <param name="Document">The notebook with outputs; null if the file could not be read.</param>
/// <param name="Played">Number of code cells that were played, the failed one included.</param>
/// <param name="CodeCells">Number of code cells.</param>
/// <param name="Charts">Number of charts, drawings and pictures shown.</param>
/// <param name="Duration">Time from the start of the kernel to the end of the last cell.</param>
/// <param name="Notes">What the engine wants the person who plays the notebooks to know.</param>
/// <param name="Failure">Why it was not played to its end; null if it was.</param>
internal sealed record NotebookReport(
    NotebookFile File,
    NotebookDocument? Document,
    int Played,
    int CodeCells,
    int Charts,
    TimeSpan Duration,
    IReadOnlyList<string> Notes,
    NotebookFailure? Failure);

/// <summary>Why a notebook was not played to its end.</summary>
/// <param name="Cell">The cell to blame; null if none is.</param>
/// <param name="Error">What went wrong.</param>
internal sealed record NotebookFailure(NotebookCell? Cell, CellFailure Error);

/// <summary>Watches notebooks being played; called from several threads, never by two at once.</summary>
internal interface IPlayObserver
{
    /// <summary>A code cell begins.</summary>
    /// <param name="file">The notebook.</param>
    /// <param name="ordinal">1 for the first code cell.</param>
    /// <param name="codeCells">Number of code cells in the notebook.</param>
    void CellStarted(NotebookFile file, int ordinal, int codeCells);

    /// <summary>A notebook has been played, to its end or not.</summary>
    void NotebookEnded(NotebookReport report);
}

namespace ShallowNet.Player.Playing;

/// <summary>Watches notebooks being played; called from several threads, and at the end of a notebook never by two at once.</summary>
internal interface IPlayObserver
{
    /// <summary>A code cell begins, the first of which has ordinal 1.</summary>
    void CellStarted(NotebookFile file, int ordinal, int codeCells);

    void NotebookEnded(NotebookReport report);
}

namespace ShallowNet.Player.Playing;

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

using ShallowNet.Player.Playing;

namespace ShallowNet.Player.Tests.Kernels;

/// <summary>Plays a notebook of the given cells, with nobody watching.</summary>
internal sealed class NotebookTrial : IPlayObserver
{
    public static async Task<NotebookReport> PlayAsync(INotebookEngine engine, TimeSpan cellTimeout, params string[] cells)
    {
        using var folder = new TempFolder();
        var player = new NotebookPlayer(engine, cellTimeout, new NotebookTrial());
        var file = new NotebookFile(folder.Notebook("trial.ipynb", cells), "trial.ipynb");
        return await player.PlayAsync(file, TestContext.Current.CancellationToken);
    }

    public void CellStarted(NotebookFile file, int ordinal, int codeCells) { }

    public void NotebookEnded(NotebookReport report) { }
}

namespace ShallowNet.Player.Tests.Kernels;

/// <summary>Plays a notebook of the given cells, with nobody watching.</summary>
internal static class NotebookTrial
{
    public static async Task<NotebookReport> PlayAsync(INotebookEngine engine, TimeSpan cellTimeout, params string[] cells)
    {
        using var folder = new TempFolder();
        var player = new NotebookPlayer(engine, cellTimeout, (_, _, _) => { });
        var file = new NotebookFile(folder.Notebook("trial.ipynb", cells), "trial.ipynb");
        return await player.PlayAsync(file, TestContext.Current.CancellationToken);
    }
}

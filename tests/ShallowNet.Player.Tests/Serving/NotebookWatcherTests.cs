using ShallowNet.Player.Serving;

namespace ShallowNet.Player.Tests.Serving;

public sealed class NotebookWatcherTests
{
    [Fact]
    public async Task NextAsync_SavedInSeveralSteps_GivesEachNotebookOnce()
    {
        using var folder = new TempFolder();
        var (a, b) = (folder.Write("a.ipynb", "{}"), Path.Combine(folder.Path, "b.ipynb"));
        using var watcher = new NotebookWatcher([folder.Path]);
        folder.Write("a.ipynb", "{ }");
        File.AppendAllText(a, " ");
        File.Move(folder.Write("b.tmp", "{}"), b);
        folder.Write("notes.txt", "x");
        Assert.Equal([a, b], await watcher.NextAsync(TestContext.Current.CancellationToken));
    }
}

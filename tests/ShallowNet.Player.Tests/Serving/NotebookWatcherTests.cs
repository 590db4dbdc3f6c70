using ShallowNet.Player.Serving;

namespace ShallowNet.Player.Tests.Serving;

public sealed class NotebookWatcherTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("shallownet-watch-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task NextAsync_SavedInSeveralSteps_GivesEachNotebookOnce()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var (a, b) = (Path.Combine(_folder, "a.ipynb"), Path.Combine(_folder, "b.ipynb"));
        await File.WriteAllTextAsync(a, "{}", cancellation);
        using var watcher = new NotebookWatcher([_folder]);

        await File.WriteAllTextAsync(a, "{ }", cancellation);
        await File.AppendAllTextAsync(a, " ", cancellation);
        await File.WriteAllTextAsync(Path.Combine(_folder, "b.tmp"), "{}", cancellation);
        File.Move(Path.Combine(_folder, "b.tmp"), b);
        await File.WriteAllTextAsync(Path.Combine(_folder, "notes.txt"), "x", cancellation);

        Assert.Equal([a, b], await watcher.NextAsync(cancellation));
    }
}

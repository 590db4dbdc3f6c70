namespace ShallowNet.Player.Tests.Notebooks;

public sealed class NotebookTests
{
    [Fact]
    public void Parse_SourceAsListOrString_IsJoined()
    {
        var cells = Notebook.Parse(ForeignNotebooks.Sample("Unplayed"), "test.ipynb").Cells;
        Assert.Equal([("a1", "markdown", "# Titel mit Ümläut 中文 😀\ntext"), ("a2", "csharp", "1 + 1")],
            cells.Select(cell => (cell.Id!, cell.Language, cell.Source)));
    }

    [Fact]
    public void ToBytes_AfterSetResult_ChangesOnlyOutputsAndCount()
    {
        var notebook = Notebook.Parse(ForeignNotebooks.Sample("Unplayed"), "test.ipynb");
        notebook.Cells[1].SetResult(7, [Output.Stream("stdout", "é 😀 <b>\n2"), Output.ExecuteResult(7, [new("text/plain", "2")])]);
        Assert.Equal(ForeignNotebooks.Sample("Played"), notebook.ToBytes());
    }

    [Theory]
    [InlineData("pipe"), InlineData("/dev/zero"), InlineData("/dev/null")]
    public async Task Parse_PipeOrLinkToADevice_IsRefusedUnread(string target)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Makes pipes and links.");
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "a.ipynb");
        if (target == "pipe")
            await TempFolder.PipeAsync(path);
        else
            File.CreateSymbolicLink(path, target);
        Expect.In(Assert.Throws<IOException>(() => Notebook.Parse(path)).Message, "a pipe or a device");
    }

    [Fact]
    public void Parse_Canceled_StopsReading() => Assert.Throws<OperationCanceledException>(() =>
        Notebook.Parse(ForeignNotebooks.Sample("Unplayed"), "test.ipynb", new CancellationToken(canceled: true)));
}

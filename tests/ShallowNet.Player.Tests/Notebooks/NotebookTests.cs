namespace ShallowNet.Player.Tests.Notebooks;

public sealed class NotebookTests
{
    private const string Small = """
        {
         "cells": [
          {
           "cell_type": "markdown",
           "id": "a1",
           "metadata": {},
           "source": [
            "# Titel mit Ümläut 中文 😀\n",
            "text"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": null,
           "id": "a2",
           "metadata": {
            "polyglot_notebook": {
             "kernelName": "csharp"
            }
           },
           "outputs": [],
           "source": "1 + 1"
          }
         ],
         "metadata": {
          "kernelspec": {
           "display_name": ".NET (C#)",
           "language": "C#",
           "name": ".net-csharp"
          }
         },
         "nbformat": 4,
         "nbformat_minor": 5
        }

        """;

    [Fact]
    public void Parse_SourceAsListOrString_IsJoined()
    {
        var notebook = Read(Small);

        Assert.Equal("# Titel mit Ümläut 中文 😀\ntext", notebook.Cells[0].Source);
        Assert.Equal("1 + 1", notebook.Cells[1].Source);
        Assert.Equal(["markdown", "csharp"], notebook.Cells.Select(cell => cell.Language));
        Assert.Equal(["a1", "a2"], notebook.Cells.Select(cell => cell.Id));
    }

    [Fact]
    public void ToBytes_AfterSetResult_ChangesOnlyOutputsAndCount()
    {
        var notebook = Read(Small);

        notebook.Cells[1].SetResult(7, [Output.Stream("stdout", "é 😀 <b>\n2"), Output.ExecuteResult(7, [new("text/plain", "2")])]);

        var expected = Small.Replace("\"execution_count\": null", "\"execution_count\": 7", StringComparison.Ordinal)
            .Replace("\"outputs\": []", """
            "outputs": [
                {
                 "name": "stdout",
                 "output_type": "stream",
                 "text": [
                  "é 😀 <b>\n",
                  "2"
                 ]
                },
                {
                 "data": {
                  "text/plain": [
                   "2"
                  ]
                 },
                 "execution_count": 7,
                 "metadata": {},
                 "output_type": "execute_result"
                }
               ]
            """, StringComparison.Ordinal);
        Assert.Equal(expected, Encoding.UTF8.GetString(notebook.ToBytes()));
    }

    [Theory]
    [InlineData("pipe")]
    [InlineData("/dev/zero")]
    [InlineData("/dev/null")]
    public async Task Parse_PipeOrLinkToADevice_IsRefusedUnread(string target)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Makes pipes and links.");
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "a.ipynb");
        if (target == "pipe")
            await TempFolder.PipeAsync(path);
        else
            File.CreateSymbolicLink(path, target);
        Assert.Contains("a pipe or a device", Assert.Throws<IOException>(() => Notebook.Parse(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_Cancelled_StopsReading()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => Notebook.Parse(Encoding.UTF8.GetBytes(Small), "test.ipynb", stop.Token));
    }

    private static Notebook Read(string json) => Notebook.Parse(Encoding.UTF8.GetBytes(json), "test.ipynb");
}

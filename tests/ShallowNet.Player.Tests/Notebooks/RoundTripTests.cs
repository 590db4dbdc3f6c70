namespace ShallowNet.Player.Tests.Notebooks;

/// <summary>
/// What playing does not touch keeps its bytes. SHALLOWNET_FOREIGN_NOTEBOOKS names a folder of real notebooks to try as well.
/// </summary>
public sealed class RoundTripTests
{
    public static TheoryData<string, byte[]> Samples => [.. ForeignNotebooks.All];

    [Theory, MemberData(nameof(Samples))]
    public void ToBytes_Untouched_IsTheSameFile(string name, byte[] bytes) => Assert.Equal(bytes, Notebook.Parse(bytes, name).ToBytes());

    [Theory, MemberData(nameof(Samples))]
    public void ToBytes_Played_KeepsEveryOtherByte(string name, byte[] bytes) => Check(bytes, name);

    [Fact]
    public void ToBytes_PlayedAndClearedAgain_IsTheFileWithoutOutputs()
    {
        var bytes = ForeignNotebooks.Sample("VS Code");
        var notebook = Notebook.Parse(bytes, "x");
        foreach (var cell in notebook.Cells)
        {
            cell.SetResult(3, [Output.Stream("stdout", "x")]);
            cell.SetResult(null, []);
        }
        Assert.Equal(bytes, notebook.ToBytes());
    }

    [Fact]
    public void ToBytes_RealNotebooksOfOthers_KeepsEveryOtherByte()
    {
        var folder = Environment.GetEnvironmentVariable("SHALLOWNET_FOREIGN_NOTEBOOKS");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "SHALLOWNET_FOREIGN_NOTEBOOKS names no folder of notebooks.");
        var (read, refused) = (0, new List<string>());
        foreach (var path in Directory.EnumerateFiles(folder!, "*.ipynb", SearchOption.AllDirectories))
        {
            try
            {
                Check(File.ReadAllBytes(path), Path.GetRelativePath(folder!, path));
                read++;
            }
            catch (NotebookFormatException e)
            {
                refused.Add(e.Message);
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{read} kept every other byte, {refused.Count} refused:\n{string.Join('\n', refused)}");
        Assert.True(read > 0);
    }

    private static void Check(byte[] bytes, string name)
    {
        var notebook = Notebook.Parse(bytes, name);
        foreach (var cell in notebook.Cells.Where(cell => cell.Kind == CellKind.Code))
            cell.SetResult(cell.Number, [Output.DisplayData([new("text/plain", "é\n2")])]);
        using var before = Read(bytes);
        using var after = Read(notebook.ToBytes());
        Assert.Equal(Members(before.RootElement, "cells"), Members(after.RootElement, "cells"));
        foreach (var (old, now, cell) in Cells(before).Zip(Cells(after), notebook.Cells))
        {
            Assert.Equal(Members(old, "outputs", "execution_count"), Members(now, "outputs", "execution_count"));
            if (cell.Kind != CellKind.Code)
                continue;
            Assert.Equal(cell.Number, now.GetProperty("execution_count").GetInt32());
            var lines = now.GetProperty("outputs")[0].GetProperty("data").GetProperty("text/plain").EnumerateArray();
            Assert.Equal("é\n2", string.Concat(lines.Select(line => line.GetString())));
        }
    }

    private static JsonElement.ArrayEnumerator Cells(JsonDocument notebook) => notebook.RootElement.GetProperty("cells").EnumerateArray();

    /// <summary>The members of an object as the file has them, but for those that playing writes.</summary>
    private static IEnumerable<(string Name, string Text)> Members(JsonElement element, params string[] written) =>
        element.EnumerateObject().Where(member => !written.Contains(member.Name))
            .Select(member => (member.Name, member.Value.GetRawText()));

    private static JsonDocument Read(byte[] bytes) => JsonDocument.Parse(
        bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes, new JsonDocumentOptions { MaxDepth = 200 });
}

namespace ShallowNet.Player.Tests.Notebooks;

/// <summary>
/// What playing does not touch keeps its bytes. SHALLOWNET_FOREIGN_NOTEBOOKS names a folder of real notebooks to try as well.
/// </summary>
public sealed class RoundTripTests
{
    private static readonly HashSet<string> Touched = ["outputs", "execution_count"];

    public static TheoryData<string> Names => [.. ForeignNotebooks.All.Select(notebook => notebook.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void ToBytes_Untouched_IsTheSameFile(string name)
    {
        var bytes = Bytes(name);

        Assert.Equal(bytes, Notebook.Parse(bytes, name).ToBytes());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ToBytes_Played_KeepsEveryOtherByte(string name) => Check(Bytes(name), name);

    [Fact]
    public void ToBytes_PlayedAndClearedAgain_IsTheFileWithoutOutputs()
    {
        var bytes = Bytes("VS Code");
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

        Assert.Equal(Members(before.RootElement).Where(member => member.Key != "cells"),
            Members(after.RootElement).Where(member => member.Key != "cells"));
        var cells = before.RootElement.GetProperty("cells").EnumerateArray().Zip(after.RootElement.GetProperty("cells").EnumerateArray(),
            notebook.Cells);
        foreach (var (old, now, cell) in cells)
        {
            Assert.Equal(Members(old).Where(IsUntouched), Members(now).Where(IsUntouched));
            if (cell.Kind != CellKind.Code)
                continue;
            Assert.Equal(cell.Number, now.GetProperty("execution_count").GetInt32());
            Assert.Equal("é\n2",
                string.Concat(now.GetProperty("outputs")[0].GetProperty("data").GetProperty("text/plain").EnumerateArray()
                .Select(line => line.GetString())));
        }
    }

    private static bool IsUntouched(KeyValuePair<string, string> member) => !Touched.Contains(member.Key);

    private static IEnumerable<KeyValuePair<string, string>> Members(JsonElement element) =>
        element.EnumerateObject().Select(member => new KeyValuePair<string, string>(member.Name, member.Value.GetRawText()));

    private static JsonDocument Read(byte[] bytes) =>
        JsonDocument.Parse(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes,
            new JsonDocumentOptions { MaxDepth = 200 });

    private static byte[] Bytes(string name) => ForeignNotebooks.All.Single(notebook => notebook.Name == name).Bytes;
}

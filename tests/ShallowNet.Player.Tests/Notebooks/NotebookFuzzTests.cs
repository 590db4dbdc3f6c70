namespace ShallowNet.Player.Tests.Notebooks;

/// <summary>
/// Notebooks broken in every way we could think of: each is read, or refused with one line that names file and place. SHALLOWNET_FUZZ sets
/// how many are tried.
/// </summary>
public sealed class NotebookFuzzTests
{
    private const int DefaultCount = 10_000;

    [Fact]
    public void Parse_MutatedNotebook_IsReadOrRefusedWithFileAndPlace()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("SHALLOWNET_FUZZ") ?? $"{DefaultCount}", CultureInfo.InvariantCulture);
        var outcomes = new int[2];
        Parallel.For(0, count, i =>
        {
            var random = new Random(i);
            var bytes = ForeignNotebooks.All[random.Next(ForeignNotebooks.All.Count)].Bytes;
            for (var changes = random.Next(1, 4); changes > 0; changes--)
                bytes = Mutations.Apply(bytes, random);
            try
            {
                Interlocked.Increment(ref outcomes[Try(bytes, writePages: i % 10 == 0) ? 0 : 1]);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException(
                    $"Mutation {i}: {Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 2000)))}", e);
            }
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"{count} mutated notebooks: {outcomes[0]} read, {outcomes[1]} refused.");
        Assert.All(outcomes,
            number => Assert.True(number > count / 20, "Nearly all were read or nearly all refused: the mutations test too little."));
    }

    [Fact]
    public void Parse_TruncatedAtAnyByte_IsRefusedWithItsLine()
    {
        foreach (var (name, bytes) in ForeignNotebooks.All)
        {
            var end = Array.LastIndexOf(bytes, (byte)'}');
            for (var length = 0; length <= end; length += Math.Max(1, end / 300))
                Assert.False(Try(bytes[..length], writePages: false), name);
        }
    }

    [Fact]
    public void Parse_OutputsOf50Megabytes_StaysUnder500Megabytes()
    {
        var lines = string.Concat(Enumerable.Repeat("\"" + new string('x', 998) + "é\",\n", 50_000));
        var bytes = Encoding.UTF8.GetBytes($$"""
            {"cells":[{"cell_type":"code","execution_count":null,"id":"a","metadata":{},"source":"1","outputs":[{"name":"stdout","output_type":"stream","text":[{{lines}}""]}]}],"metadata":{},"nbformat":4,"nbformat_minor":5}
            """);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var notebook = Notebook.Parse(bytes, "large.ipynb");
        var outputs = notebook.Cells[0].Outputs;
        notebook.Cells[0].SetResult(1, []);
        var written = notebook.ToBytes();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 500_000_000);
        Assert.Single(outputs);
        Assert.InRange(written.Length, 1, 1000);
    }

    [Fact]
    public void Parse_FileThatIsTooLarge_IsRefusedUnread()
    {
        using var folder = new TempFolder();
        var path = folder.Write("large.ipynb", "");
        using (var file = File.OpenWrite(path))
            file.SetLength(Notebook.MaxBytes + 1L);
        var refusal = Assert.Throws<NotebookFormatException>(() => Notebook.Parse(path));
        Expect.Start(refusal.Message, path + ", line 1, column 1: the file has 128 MB");
    }

    /// <summary>True if the notebook was read (and then can be played, written and read again), false if it was refused properly.</summary>
    private static bool Try(byte[] bytes, bool writePages)
    {
        try
        {
            var notebook = Notebook.Parse(bytes, "mutant.ipynb");
            Assert.Equal(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes, notebook.ToBytes());
            if (writePages)
            {
                using var folder = new TempFolder();
                var path = Path.Combine(folder.Path, "mutant.ipynb");
                BookWriter.Write([new(path, "mutant.ipynb", notebook)], Path.Combine(folder.Path, "out"));
            }
            foreach (var cell in notebook.Cells.Where(cell => cell.Kind == CellKind.Code))
                cell.SetResult(cell.Number, [Output.Stream("stdout", $"played {cell.Number}\n")]);
            var again = Notebook.Parse(notebook.ToBytes(), "mutant.ipynb");
            Assert.Equal(notebook.Cells.Select(cell => cell.Source), again.Cells.Select(cell => cell.Source));
            Assert.All(again.Cells.Where(cell => cell.Kind == CellKind.Code), cell =>
            {
                Assert.Equal(cell.Number, cell.ExecutionCount);
                Assert.Equal($"played {cell.Number}\n", Output.Text(Assert.IsType<JsonObject>(Assert.Single(cell.Outputs))["text"]));
            });
            return true;
        }
        catch (NotebookFormatException refusal)
        {
            Assert.Matches(@"\Amutant\.ipynb, line \d+, column \d+: \S[^\n\r]*\z", refusal.Message);
            Assert.InRange(refusal.Message.Length, 20, 400);
            return false;
        }
    }
}

namespace ShallowNet.Player.Tests.Course;

/// <summary>
/// The first changes a learner tries, from FirstChanges.txt, each a cell in the player's own worker: it says what came and what to do, or
/// it shows the result.
/// </summary>
public sealed class FirstChangesTests(FirstChangesTests.PlayedChanges played) : IClassFixture<FirstChangesTests.PlayedChanges>
{
    private const string SetUp = """
        using System.IO;
        var moons = Datasets.Moons(100);
        var cancer = Datasets.BreastCancer();
        var digits = Datasets.Digits();
        Network Fresh() => new Network(2, 4);
        Dataset Csv(string text)
        {
            var file = Path.Combine(Path.GetTempPath(), $"first-changes-{Environment.ProcessId}.csv");
            File.WriteAllText(file, text);
            try
            {
                return Dataset.FromCsv(file, "label");
            }
            finally
            {
                File.Delete(file);
            }
        }
        """;

    /// <summary>What only the inside of a library or a host would say.</summary>
    private static readonly string[] Bare =
    [
        "Object reference not set", "Index was outside", "Sequence contains no elements", "Arithmetic operation resulted",
        "Non-negative number required", "DenseMatrix", "System.Double", "OutOfMemory", "error CS",
    ];

    public static TheoryData<string, string> Changes =>
        [.. CourseFile.Table("FirstChanges.txt").Select(line => line.Split("  => ")).Where(parts => parts.Length == 2)
            .Select(parts => (parts[0], parts[1]))];

    [Theory, MemberData(nameof(Changes))]
    public async Task Change_Tried_SaysWhatToDoOrShowsTheResult(string change, string expected)
    {
        var shown = (await played.Runs.Value)[change];
        Expect.In(shown, expected);
        Expect.NotIn(shown, Bare);
    }

    [Fact]
    public void Changes_InTheTable_AreMoreThanAHundred() => Assert.InRange(Changes.Count, 100, int.MaxValue);

    /// <summary>The text that each change showed, or how it failed; all played once, one after the other, in one worker.</summary>
    public sealed class PlayedChanges
    {
        internal Lazy<Task<Dictionary<string, string>>> Runs { get; } = new(PlayAsync);

        private static async Task<Dictionary<string, string>> PlayAsync()
        {
            await using var session = new ChapterSession();
            string[] before = [.. CourseFile.CodeCells(CourseFile.Chapters[0]).Take(3).Select(cell => cell.Source), SetUp];
            foreach (var cell in before)
                Assert.Null((await session.PlayAsync("set-up", cell)).Failure);
            var runs = new Dictionary<string, string>();
            foreach (var (change, _) in Changes.Select(row => row.Data))
            {
                var run = await session.PlayAsync(change, change);
                runs[change] = run.Failure ?? run.Text;
            }
            return runs;
        }
    }
}

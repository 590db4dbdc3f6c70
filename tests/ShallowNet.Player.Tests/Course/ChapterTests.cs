namespace ShallowNet.Player.Tests.Course;

/// <summary>What a reader does with a chapter: plays it, runs cells again, solves the exercises, turns the constants.</summary>
public sealed partial class ChapterTests(PlayedCourse course) : IClassFixture<PlayedCourse>
{
    private static readonly Dictionary<string, Func<double, double>> OtherConstants = new()
    {
        ["hiddenUnits"] = _ => 3,
        ["learningRate"] = rate => rate / 2,
        ["epochs"] = _ => 40,
        ["seeds"] = _ => 3,
        ["seed"] = seed => seed + 1,
        ["firstSeed"] = seed => seed + 1,
        ["examples"] = count => Math.Floor(count / 2),
    };

    public static TheoryData<string> Chapters => [.. CourseFile.Chapters];

    [Theory]
    [MemberData(nameof(Chapters))]
    public async Task Chapter_PlayedThenEveryCellAgain_HasNoError(string chapter)
    {
        var played = await course.PlayAsync(chapter);

        Assert.Empty(Failures(played.First));
        Assert.Empty(Failures(played.Second));
    }

    [Theory]
    [MemberData(nameof(Chapters))]
    public async Task Checks_AsShipped_SayNotYet(string chapter)
    {
        var played = await course.PlayAsync(chapter);

        Assert.All(Checks(played.First), check => Assert.Contains("not yet", check.Text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Chapters))]
    public async Task Checks_WithTheSolutions_SayDone(string chapter)
    {
        var played = await course.PlayAsync(chapter);

        Assert.Empty(Failures(played.Solved));
        Assert.All(Checks(played.Solved), check => Assert.Contains(": done", check.Text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Chapters))]
    public async Task NumbersInProse_MarkedAsPrinted_ArePrintedByTheirCell(string chapter)
    {
        var notebook = CourseFile.Read(chapter);
        var numbers = PrintedNumber.In(notebook).ToArray();
        var played = await course.PlayAsync(chapter);
        var wrong = numbers.Where(number => !played.First.Any(cell => cell.Id == number.CellId && number.IsIn(cell.Text)));

        Assert.Equal(PrintedNumber.Marks(notebook), numbers.Length);
        Assert.True(numbers.Length >= 5, $"{chapter} marks {numbers.Length} numbers, expected 5 or more");
        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Chapters))]
    public async Task Chapter_WithOtherConstants_PlaysWithoutError(string chapter)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var session = await ChapterSession.StartAsync(cancellation);
        List<CellRun> runs = [];
        var changed = 0;
        foreach (var cell in CourseFile.CodeCells(chapter))
        {
            var code = Constant().Replace(cell.Source, Other);
            changed += code == cell.Source ? 0 : 1;
            runs.Add(await session.RunAsync(cell.Id!, code, cancellation));
        }
        Assert.True(changed > 0, "no cell declares a constant to turn, such as \"int hiddenUnits = 4;\" on a line of its own");
        Assert.Empty(Failures(runs));
    }

    [Theory]
    [InlineData("0.28", "cost 0.2831", true)]
    [InlineData("0.28", "cost 0.2751", true)]
    [InlineData("0.28", "cost 0.2871", false)]
    [InlineData("3", "2 of 10 runs", false)]
    [InlineData("3", "3 of 10 runs", true)]
    [InlineData("−0.64", "lowest −0.637", true)]
    [InlineData("0.0007", "6.6e−4", true)]
    [InlineData("51200", "51,200 in all", true)]
    public void PrintedNumber_RoundedAsInTheProse_IsFoundOrNot(string prose, string shown, bool found) =>
        Assert.Equal(found, new PrintedNumber(prose, "cell").IsIn(shown));

    private static IEnumerable<CellRun> Checks(IEnumerable<CellRun> runs) => runs.Where(run => CourseFile.IsCheck(run.Id));

    private static IEnumerable<string> Failures(IEnumerable<CellRun> runs) => runs.Select(run => run.Failure).OfType<string>();

    private static string Other(Match declaration)
    {
        var value = double.Parse(declaration.Groups["value"].Value, CultureInfo.InvariantCulture);
        var other = OtherConstants[declaration.Groups["name"].Value](value);
        return string.Create(CultureInfo.InvariantCulture,
            $"{declaration.Groups["type"].Value} {declaration.Groups["name"].Value} = {other};");
    }

    [GeneratedRegex(@"^(?<type>int|double) (?<name>hiddenUnits|learningRate|epochs|seeds|seed|firstSeed|examples) = (?<value>[\d.]+);", RegexOptions.Multiline)]
    private static partial Regex Constant();
}

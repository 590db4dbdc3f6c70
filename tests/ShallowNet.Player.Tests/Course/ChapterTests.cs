namespace ShallowNet.Player.Tests.Course;

/// <summary>What a reader does with a chapter: plays it, runs cells again, solves the exercises, turns the constants.</summary>
public sealed class ChapterTests(PlayedCourse course) : IClassFixture<PlayedCourse>
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

    private static readonly Regex Constant =
        new($@"(?m)^(?<type>int|double) (?<name>{string.Join('|', OtherConstants.Keys)}) = (?<value>[\d.]+);");

    public static TheoryData<string> Chapters => [.. CourseFile.Chapters];

    [Theory, MemberData(nameof(Chapters))]
    public async Task Chapter_PlayedThenEveryCellAgain_HasNoError(string chapter)
    {
        var played = await course.PlayAsync(chapter);

        Assert.Empty(Failures(played.First));
        Assert.Empty(Failures(played.Second));
    }

    [Theory, MemberData(nameof(Chapters))]
    public async Task Checks_AsShippedThenWithTheSolutions_SayNotYetThenDone(string chapter)
    {
        var played = await course.PlayAsync(chapter);
        Assert.All(Checks(played.First), check => Expect.In(check.Text, "not yet"));
        Assert.Empty(Failures(played.Solved));
        Assert.All(Checks(played.Solved), check => Expect.In(check.Text, ": done"));
    }

    [Theory, MemberData(nameof(Chapters))]
    public async Task NumbersInProse_MarkedAsPrinted_ArePrintedByTheirCell(string chapter)
    {
        var prose = string.Join('\n', CourseFile.Prose(chapter));
        var numbers = PrintedNumber.In(prose).ToArray();
        var played = await course.PlayAsync(chapter);
        Assert.Equal(Regex.Count(prose, "<!--\\s*printed"), numbers.Length);
        Assert.True(numbers.Length >= 5, $"{chapter} marks {numbers.Length} numbers, expected 5 or more");
        Assert.All(numbers, number => Assert.Contains(played.First, cell => cell.Id == number.CellId && number.IsIn(cell.Text)));
    }

    [Theory, MemberData(nameof(Chapters))]
    public async Task Chapter_WithOtherConstants_PlaysWithoutError(string chapter)
    {
        await using var session = new ChapterSession();
        List<CellRun> runs = [];
        foreach (var cell in CourseFile.CodeCells(chapter))
            runs.Add(await session.PlayAsync(cell.Id!, Constant.Replace(cell.Source, Other)));
        Assert.True(CourseFile.CodeCells(chapter).Any(cell => Constant.Replace(cell.Source, Other) != cell.Source),
            "no cell declares a constant to turn, such as \"int hiddenUnits = 4;\" on a line of its own");
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
        var name = declaration.Groups["name"].Value;
        var other = OtherConstants[name](double.Parse(declaration.Groups["value"].Value, CultureInfo.InvariantCulture));
        return FormattableString.Invariant($"{declaration.Groups["type"].Value} {name} = {other};");
    }
}

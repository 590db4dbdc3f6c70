namespace ShallowNet.Player.Tests.Course.Findings;

/// <summary>What the chapters say they found also holds with seeds that the chapters do not use: it is no accident of a few runs.</summary>
public sealed partial class FindingsTests
{
    private static readonly int[] FirstSeeds = [1, 101];

    public static TheoryData<string> Chapters => [.. ChapterFindings.Course.Select(findings => findings.Chapter)];

    public static TheoryData<string, int> ChaptersAndSeeds =>
        [.. ChapterFindings.Course.SelectMany(findings => FirstSeeds.Select(seed => new TheoryDataRow<string,
            int>(findings.Chapter, seed)))];

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(ChaptersAndSeeds))]
    public async Task Findings_FromThisSeedOn_Hold(string chapter, int firstSeed)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var findings = Of(chapter);
        var cells = CourseFile.CodeCells(chapter);
        await using var session = await ChapterSession.StartAsync(cancellation);
        List<string> wrong = [.. findings.Where(finding => cells.All(cell => cell.Id != finding.AfterCell))
            .Select(finding => $"no cell {finding.AfterCell}")];
        var declared = 0;
        foreach (var cell in cells.Where(cell => !CourseFile.IsExercise(cell) && !CourseFile.IsCheck(cell)))
        {
            var code = FirstSeed().Replace(cell.Source, $"int $1 = {firstSeed};");
            declared += FirstSeed().Count(cell.Source);
            if ((await session.RunAsync(cell.Id!, code, cancellation)).Failure is { } failure)
                wrong.Add(failure);
            foreach (var finding in findings.Where(finding => finding.AfterCell == cell.Id))
            {
                var answer = await session.RunAsync(cell.Id!, $"(bool)({finding.Condition})", cancellation);
                if (answer.Text.Trim() != "True")
                    wrong.Add($"{finding.Sentence}\n  {finding.Condition}\n  {answer.Failure ?? answer.Text}");
            }
        }
        Assert.Equal(1, declared);
        Assert.Empty(wrong);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Chapters))]
    public void Findings_OfAChapter_StandInItsText(string chapter)
    {
        var prose = string.Join('\n', CourseFile.Read(chapter).Cells.Where(cell => cell.Kind == CellKind.Markdown)
            .Select(cell => Plain(cell.Source)));

        Assert.Empty(Of(chapter).Where(finding => !prose.Contains(Plain(finding.Sentence), StringComparison.Ordinal))
            .Select(finding => finding.Sentence));
    }

    private static IReadOnlyList<Finding> Of(string chapter) => ChapterFindings.Course.Single(findings => findings.Chapter == chapter).All;

    private static string Plain(string markdown) => Space()
        .Replace(Mark().Replace(markdown, "").Replace("**", "", StringComparison.Ordinal), " ");

    [GeneratedRegex(@"^int (firstSeed|seed) = \d+;", RegexOptions.Multiline)]
    private static partial Regex FirstSeed();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}

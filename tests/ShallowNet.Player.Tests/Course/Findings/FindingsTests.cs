namespace ShallowNet.Player.Tests.Course.Findings;

/// <summary>What the chapters say they found also holds with seeds that the chapters do not use: it is no accident of a few runs.</summary>
public sealed class FindingsTests
{
    private static readonly Regex FirstSeed = new(@"(?m)^int (firstSeed|seed) = \d+;");

    public static TheoryData<string> Chapters => [.. Finding.Course.Keys];
    public static MatrixTheoryData<string, int> ChaptersAndSeeds => new(Finding.Course.Keys, [1, 101]);

    [Theory, MemberData(nameof(ChaptersAndSeeds))]
    public async Task Findings_FromThisSeedOn_Hold(string chapter, int firstSeed)
    {
        var cells = CourseFile.Read(chapter).Cells;
        var findings = Finding.Course[chapter].ToLookup(finding => CellOf(finding, cells));
        await using var session = new ChapterSession();
        var (declared, asked, wrong) = (0, 0, new List<string>());
        foreach (var cell in cells.Where(IsOfTheChapter))
        {
            var code = FirstSeed.Replace(cell.Source, $"int $1 = {firstSeed};");
            declared += FirstSeed.Count(cell.Source);
            if ((await session.PlayAsync(cell.Id!, code)).Failure is { } failure)
                wrong.Add(failure);
            foreach (var finding in findings[cell.Id])
            {
                asked++;
                var answer = await session.PlayAsync(cell.Id!, $"(bool)({finding.Condition})");
                if (answer.Text.Trim() != "True")
                    wrong.Add($"{finding.Sentence}\n  {finding.Condition}\n  {answer.Failure ?? answer.Text}");
            }
        }
        Assert.Empty(wrong);
        Assert.Equal((1, Finding.Course[chapter].Length), (declared, asked));
    }

    [Theory, MemberData(nameof(Chapters))]
    public void Findings_OfAChapter_StandInItsTextBelowACell(string chapter)
    {
        var cells = CourseFile.Read(chapter).Cells;
        Assert.Empty(Finding.Course[chapter].Where(finding => CellOf(finding, cells) is null).Select(finding => finding.Sentence));
    }

    private static string? CellOf(Finding finding, IReadOnlyList<Cell> cells)
    {
        var above = cells.TakeWhile(cell => cell.Kind != CellKind.Markdown
            || !CourseFile.Plain(cell.Source).Contains(CourseFile.Plain(finding.Sentence))).ToArray();
        return above.Length == cells.Count ? null : finding.Cell ?? above.LastOrDefault(IsOfTheChapter)?.Id;
    }

    private static bool IsOfTheChapter(Cell cell) =>
        cell.Kind == CellKind.Code && !CourseFile.IsExercise(cell) && !CourseFile.IsCheck(cell);
}

namespace ShallowNet.Player.Tests.Course;

/// <summary>
/// The README of the notebooks says under which heading of which notebook each claim is shown: a reader who follows it must find it there.
/// </summary>
public sealed partial class ClaimsTableTests
{
    private static readonly Row[] Table = [.. File.ReadLines(Path.Combine(CourseFile.Root, "notebooks", "README.md")).Select(Parse)
        .OfType<Row>()];

    public static TheoryData<string> Claims =>
    [
        "5.1", "5.2", "5.3", "5.4", "5.5", "5.6", "5.7", "5.8", "6.1", "6.2", "6.3", "6.4", "6.5",
        "7.1", "7.2", "7.3", "7.4", "8.1", "8.2", "8.3", "8.4",
    ];

    [Theory]
    [MemberData(nameof(Claims))]
    public void Readme_Claim_StandsUnderAHeadingOfItsChapter(string claim)
    {
        var rows = Table.Where(row => row.Claim == claim).ToArray();
        Assert.True(rows.Length == 1, $"notebooks/README.md: claim {claim} has {rows.Length} rows in the Table of claims, expected one.");
        var row = rows[0];

        Assert.StartsWith($"0{claim[0]}-", row.Notebook, StringComparison.Ordinal);
        Assert.Contains(row.Notebook, CourseFile.Chapters);
        Assert.Contains(row.Heading, Headings(row.Notebook));
    }

    [Fact]
    public void Readme_ClaimsTable_NamesEachClaimOnceInOrder() =>
        Assert.Equal(Claims.Select(claim => claim.Data), Table.Select(row => row.Claim));

    private static string[] Headings(string notebook) =>
    [
        .. CourseFile.Read(notebook).Cells.Where(cell => cell.Kind == CellKind.Markdown)
            .SelectMany(cell => Heading().Matches(cell.Source)).Select(match => match.Groups["text"].Value),
    ];

    private static Row? Parse(string line) => TableRow().Match(line) is { Success: true } match
        ? new(match.Groups["claim"].Value, match.Groups["notebook"].Value, match.Groups["heading"].Value)
        : null;

    [GeneratedRegex(@"^\| *(?<claim>\d+\.\d+) *\|.*\| *\[[^\]]*\]\((?<notebook>[^)]+\.ipynb)\) *\| *(?<heading>[^|]+?) *\|$")]
    private static partial Regex TableRow();

    [GeneratedRegex(@"^#{2,4} +(?<text>.+?) *$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    private sealed record Row(string Claim, string Notebook, string Heading);
}

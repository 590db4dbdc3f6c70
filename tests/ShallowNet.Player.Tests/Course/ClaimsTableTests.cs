namespace ShallowNet.Player.Tests.Course;

/// <summary>
/// The README of the notebooks says under which heading of which notebook each claim is shown: a reader who follows it must find it there.
/// </summary>
public sealed class ClaimsTableTests
{
    private static readonly Regex TableRow =
        new(@"^\| *(?<claim>\d+\.\d+) *\|.*\| *\[[^\]]*\]\((?<notebook>[^)]+\.ipynb)\) *\| *(?<heading>[^|]+?) *\|$");

    private static readonly (string Claim, string Notebook, string Heading)[] Table =
    [
        .. File.ReadLines(Path.Combine(Repository.Notebooks, "README.md")).Select(line => TableRow.Match(line).Groups)
            .Where(row => row["claim"].Success).Select(row => (row["claim"].Value, row["notebook"].Value, row["heading"].Value)),
    ];

    public static TheoryData<string> Claims =>
    [
        "5.1", "5.2", "5.3", "5.4", "5.5", "5.6", "5.7", "5.8", "6.1", "6.2", "6.3", "6.4", "6.5",
        "7.1", "7.2", "7.3", "7.4", "8.1", "8.2", "8.3", "8.4",
    ];

    [Theory, MemberData(nameof(Claims))]
    public void Readme_Claim_StandsUnderAHeadingOfItsChapter(string claim)
    {
        var (_, notebook, heading) = Assert.Single(Table, row => row.Claim == claim);
        Expect.Start(notebook, $"0{claim[0]}-");
        Assert.Contains(notebook, CourseFile.Chapters);
        Assert.Contains(CourseFile.Prose(notebook), text => Regex.IsMatch(text, $"(?m)^#{{2,4}} +{Regex.Escape(heading)} *$"));
    }

    [Fact]
    public void Readme_ClaimsTable_NamesEachClaimOnceInOrder() =>
        Assert.Equal(Claims.Select(claim => claim.Data), Table.Select(row => row.Claim));
}

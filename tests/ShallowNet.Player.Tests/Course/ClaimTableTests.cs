using System.Text.RegularExpressions;
using ShallowNet.Player.Documents;
using Xunit;

namespace ShallowNet.Player.Tests.Course;

/// <summary>The table of the README that says where each claim is shown.</summary>
public sealed partial class ClaimTableTests
{
    private static readonly (int Section, int Claims)[] sections = [(5, 8), (6, 5), (7, 4), (8, 4)];

    public static TheoryData<string, string, string> Rows =>
        [.. Claims().Select(row => (row.Groups["claim"].Value, row.Groups["notebook"].Value, row.Groups["heading"].Value))];

    [Fact]
    public void Table_OfClaims_NamesEachOnceInOrder() => Assert.Equal(
        sections.SelectMany(section => Enumerable.Range(1, section.Claims).Select(claim => $"{section.Section}.{claim}")),
        Claims().Select(row => row.Groups["claim"].Value));

    [Theory]
    [MemberData(nameof(Rows))]
    public void Claim_InItsNotebook_HasTheHeadingNamed(string claim, string notebook, string heading)
    {
        var headings = CourseFile.Read(notebook).Cells.Where(cell => cell.Kind == CellKind.Markdown)
            .SelectMany(cell => Heading().Matches(cell.Source)).Select(match => match.Groups["text"].Value);

        Assert.True(headings.Contains(heading), $"Claim {claim}: {notebook} has no heading \"{heading}\"; it has {string.Join("; ", headings)}");
    }

    private static MatchCollection Claims() => Row().Matches(File.ReadAllText(Path.Combine(CourseFile.Root, "README.md")));

    [GeneratedRegex(@"^\| (?<claim>\d\.\d) \|[^|]*\| \[[^\]]*\]\(notebooks/(?<notebook>[^)]+)\) \| (?<heading>[^|]+?) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^#{1,4} (?<text>.+?)\s*$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}

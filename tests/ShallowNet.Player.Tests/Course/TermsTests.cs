namespace ShallowNet.Player.Tests.Course;

/// <summary>
/// Nothing in Terms.txt is used before it is explained, for a reader who takes the chapters in order; what must come earlier says where it
/// is explained.
/// </summary>
public sealed class TermsTests
{
    private static readonly Place[] Course =
    [
        .. CourseFile.Chapters.SelectMany(chapter => CourseFile.Read(chapter).Cells.Select(
            (cell, i) => new Place($"{int.Parse(chapter[..2], CultureInfo.InvariantCulture)}", cell, i == 0))),
    ];

    private static readonly Term[] All = [.. CourseFile.Table("Terms.txt").Select(line => Regex.Split(line, " {2,}"))
        .Where(row => row.Length > 3).Select(row => new Term(row[0], row[1], row[2], row[3], InCode: row.Length > 4))];

    public static TheoryData<string> Terms => [.. All.Select(term => term.Name)];

    [Theory, MemberData(nameof(Terms))]
    public void Term_BeforeItsExplanation_SaysWhereThatStands(string name)
    {
        var term = All.Single(term => term.Name == name);
        var explained = Array.FindIndex(Course,
            place => place.Chapter == term.Chapter && !place.IsCode && place.Plain.Contains(term.Explanation));
        Assert.True(explained >= 0, $"chapter {term.Chapter}: no cell says \"{term.Explanation}\"");
        Assert.Empty(Course[..explained].Where(place => !place.IsTitle && !place.IsReading && (term.InCode || !place.IsCode)
                && Regex.IsMatch(place.Words, term.Pattern) && !place.PointsTo(term))
            .Select(place => $"chapter {place.Chapter}, cell {place.Cell.Id}"));
    }

    /// <summary>A line of Terms.txt.</summary>
    private sealed record Term(string Name, string Pattern, string Section, string Explanation, bool InCode)
    {
        public string Chapter => Section[..1];
    }

    /// <summary>A cell of the course. The title of a chapter announces what it will explain, and titles of books are not ours.</summary>
    private sealed record Place(string Chapter, Cell Cell, bool IsTitle)
    {
        public bool IsCode { get; } = Cell.Kind == CellKind.Code;
        public bool IsReading { get; } = Cell.Source.StartsWith("## Further reading", StringComparison.Ordinal);
        /// <summary>The text without bold type, marks of printed numbers and line ends.</summary>
        public string Plain { get; } = CourseFile.Plain(Cell.Source);
        /// <summary>The text without links, whose words are titles of what they lead to.</summary>
        public string Words => Regex.Replace(Cell.Source, @"\[[^\]]*\]\([^)]*\)", "");

        /// <summary>Whether the cell names or links the chapter or the section that explains the term.</summary>
        public bool PointsTo(Term term) => !IsCode && (
            (Chapter != term.Chapter && Regex.IsMatch(Cell.Source, $@"\]\(0{term.Chapter}-|\bchapters? {term.Chapter}\b"))
            || Regex.IsMatch(Cell.Source, $@"(?<![\d.]){Regex.Escape(term.Section)}(?!\d)"));
    }
}

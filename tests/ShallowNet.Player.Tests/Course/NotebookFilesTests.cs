namespace ShallowNet.Player.Tests.Course;

/// <summary>What every notebook file of the course keeps to.</summary>
public sealed partial class NotebookFilesTests
{
    private const int MostLines = 15;
    private const int LongestLine = 115;

    private const string Metadata = """
        {
          "kernelspec": { "display_name": ".NET (C#)", "language": "C#", "name": ".net-csharp" },
          "language_info": { "name": "polyglot-notebook" },
          "polyglot_notebook": { "kernelInfo": { "defaultKernelName": "csharp", "items": [ { "aliases": [], "languageName": "csharp", "name": "csharp" } ] } }
        }
        """;

    private const string CellMetadata = """
        { "dotnet_interactive": { "language": "csharp" }, "polyglot_notebook": { "kernelName": "csharp" } }
        """;

    private static readonly string[] SetUp =
    [
        $"""
        #r "nuget: MathNet.Numerics, {Repository.Version("MathNet.Numerics")}"
        #r "nuget: Plotly.NET.Interactive, {Repository.Version("Plotly.NET")}"
        """,
        "#!import ../artifacts/setup.dib",
        "Course.Ready()",
    ];

    public static TheoryData<string> All => [.. CourseFile.All];

    public static TheoryData<string> Chapters => [.. CourseFile.Chapters];

    [Fact]
    public void Notebooks_OfTheCourse_AreThere() => Assert.NotEmpty(CourseFile.Chapters);

    [Theory]
    [MemberData(nameof(All))]
    public void File_AsCommitted_IsPlainUtf8WithLineFeeds(string name)
    {
        var bytes = CommittedFile.Bytes(CourseFile.FullPath(name), CourseFile.Root);
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);

        Assert.NotEqual('\uFEFF', text[0]);
        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void File_AsCommitted_HasNoOutputs(string name)
    {
        foreach (var cell in Json(name)["cells"]!.AsArray().Where(cell => (string?)cell!["cell_type"] == "code"))
        {
            Assert.Empty(cell!["outputs"]!.AsArray());
            Assert.Null(cell["execution_count"]);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void File_AsCommitted_HasTheMetadataThatHostsExpect(string name)
    {
        var notebook = Json(name);

        Assert.Equal((4, 5), ((int)notebook["nbformat"]!, (int)notebook["nbformat_minor"]!));
        Same(Metadata, notebook["metadata"]);
        foreach (var cell in notebook["cells"]!.AsArray())
            Same((string?)cell!["cell_type"] == "code" ? CellMetadata : "{}", cell["metadata"]);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Cells_OfANotebook_HaveUniqueIds(string name)
    {
        var ids = CourseFile.Read(name).Cells.Select(cell => cell.Id).ToArray();

        Assert.All(ids, id => Assert.Matches("^[a-zA-Z0-9_-]{1,64}$", id));
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void CodeCells_OfANotebook_AreShortAndNarrow(string name)
    {
        var tooLong = CourseFile.CodeCells(name).Where(cell => cell.Source.Split('\n').Length > MostLines).Select(cell => cell.Id);
        var tooWide = CourseFile.CodeCells(name).Where(cell => cell.Source.Split('\n').Any(line => line.Length > LongestLine))
            .Select(cell => cell.Id);

        Assert.Empty(tooLong);
        Assert.Empty(tooWide);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void FirstCodeCells_OfANotebook_AreTheOneSetUpOfAllHosts(string name)
    {
        var up = name.Contains('/', StringComparison.Ordinal) ? "../../" : "../";
        var expected = SetUp.Select(source => source.ReplaceLineEndings("\n").Replace("../", up, StringComparison.Ordinal));

        Assert.Equal(expected, CourseFile.CodeCells(name).Take(SetUp.Length).Select(cell => cell.Source));
        Assert.DoesNotContain(CourseFile.CodeCells(name).Skip(SetUp.Length), cell => cell.Source.Contains("#r ", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void CodeCells_OfANotebook_UseNothingThatOnlyOneHostHas(string name) => Assert.All(
        CourseFile.CodeCells(name).Skip(SetUp.Length),
        cell => Assert.DoesNotMatch(@"(?<![\w.])(display|HTML|CSS|Javascript)\s*\(|Microsoft\.DotNet\.Interactive|^\s*#!", cell.Source));

    [Theory]
    [MemberData(nameof(All))]
    public void Headings_OfANotebook_BeginTheirCell(string name) => Assert.All(
        MarkdownWithoutCode(name), text => Assert.DoesNotMatch(@"\n#{1,6} ", text));

    [Theory]
    [MemberData(nameof(All))]
    public void DisplayedFormulas_OfANotebook_HaveTheirDollarsOnLinesOfTheirOwn(string name) => Assert.All(
        MarkdownWithoutCode(name), text => Assert.DoesNotMatch(@"\$\$[^\n]*\S[^\n]*\$\$", text));

    [Theory]
    [MemberData(nameof(All))]
    public void Links_ToOtherFiles_LeadSomewhere(string name)
    {
        var folder = Path.GetDirectoryName(CourseFile.FullPath(name))!;
        var broken = CourseFile.Read(name).Cells.Where(cell => cell.Kind == CellKind.Markdown)
            .SelectMany(cell => Link().Matches(Formula().Replace(cell.Source, ""))).Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !File.Exists(Path.Combine(folder, target)));

        Assert.Empty(broken);
    }

    [Theory]
    [MemberData(nameof(Chapters))]
    public void Exercises_OfAChapter_AreFourOrMoreEachWithItsCheckAndSolution(string chapter)
    {
        var cells = CourseFile.CodeCells(chapter);
        var exercises = cells.Where(CourseFile.IsExercise).Select(cell => cell.Id!["exercise-".Length..]).ToArray();

        Assert.True(exercises.Length >= 4, $"{chapter} has {exercises.Length} exercises");
        Assert.Equal(exercises, cells.Where(CourseFile.IsCheck).Select(cell => cell.Id!["check-".Length..]));
        Assert.Equal(exercises, CourseFile.Solutions(chapter).Keys.Select(id => id["exercise-".Length..]));
    }

    private static IEnumerable<string> MarkdownWithoutCode(string name) => CourseFile.Read(name).Cells
        .Where(cell => cell.Kind == CellKind.Markdown)
        .Select(cell => Fence().Replace(cell.Source, ""));

    private static JsonNode Json(string name) => JsonNode.Parse(File.ReadAllText(CourseFile.FullPath(name)))!;

    private static void Same(string expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), $"Expected the metadata {expected} but found {actual}.");

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\$\$[^$]*\$\$|\$[^$]*\$")]
    private static partial Regex Formula();

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)(#[^)\s]*)?\)")]
    private static partial Regex Link();
}

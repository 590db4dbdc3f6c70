namespace ShallowNet.Player.Tests.Course;

/// <summary>What every notebook file of the course keeps to.</summary>
public sealed class NotebookFilesTests
{
    private const int MostLines = 15, LongestLine = 115;

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
        $"#r \"nuget: MathNet.Numerics, {Repository.Version("MathNet.Numerics")}\"\n"
            + $"#r \"nuget: Plotly.NET.Interactive, {Repository.Version("Plotly.NET")}\"",
        "#!import ../artifacts/setup.dib",
        "Course.Ready()",
    ];

    private const string Never = "(?!)";

    /// <summary>What stands nowhere in the prose, and nowhere in the code after the set-up: one symbol has one meaning, and one host no
    /// word of its own.</summary>
    private static readonly Dictionary<string, (string InProse, string InCode)> Nowhere = new()
    {
        ["an elementwise product but the circled dot"] = (@"\\circ\b|\\ast\b|\\star\b|[∘∗]", "[∘∗]"),
        ["a transpose but \\top in braces"] = (@"\\mathsf|\\intercal|\\mathrm\{T\}|\^\{?(\[\d\])?\s*T\b|\^\\top", Never),
        ["a logarithm but ln"] = (@"\\log\b", Never),
        ["a sigma but the sigmoid"] = (@"(\\sigma|σ)(_|\^2|²)", Never),
        ["what only one host has"] = (Never,
            @"(?<![\w.])(display|HTML|CSS|Javascript)\s*\(|Microsoft\.DotNet\.Interactive|^\s*#!"),
    };

    public static TheoryData<string> All => [.. CourseFile.All];
    public static TheoryData<string> Chapters => [.. CourseFile.Chapters];
    public static MatrixTheoryData<string, string> AllAndNowhere => new(CourseFile.All, Nowhere.Keys);

    [Theory, MemberData(nameof(AllAndNowhere))]
    public void Cells_OfANotebook_HaveNowhere(string name, string what)
    {
        Assert.All(CourseFile.Prose(name), text => Assert.DoesNotMatch(Nowhere[what].InProse, text));
        Assert.All(CourseFile.CodeCells(name).Skip(SetUp.Length), cell => Assert.DoesNotMatch(Nowhere[what].InCode, cell.Source));
    }

    [Theory, MemberData(nameof(All))]
    public void Prose_OfANotebook_HasHeadingsFirstInTheirCellAndDollarsOfFormulasOnTheirLines(string name) =>
        Assert.All(CourseFile.Prose(name).Select(text => Regex.Replace(text, "(?ms)^```.*?^```", "")),
            text => Assert.DoesNotMatch(@"\n#{1,6} |\$\$[^\n]*\S[^\n]*\$\$", text));

    [Theory, MemberData(nameof(All))]
    public void File_AsCommitted_IsPlainUtf8WithLineFeeds(string name)
    {
        var bytes = CommittedFile.Bytes(CourseFile.FullPath(name), Repository.Root);
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        Assert.NotEqual('\uFEFF', text[0]);
        Assert.DoesNotContain('\r', text);
        Expect.End(text, "}\n");
    }

    [Theory, MemberData(nameof(All))]
    public void File_AsCommitted_HasNoOutputsAndTheMetadataThatHostsExpect(string name)
    {
        var notebook = JsonNode.Parse(File.ReadAllText(CourseFile.FullPath(name)))!;

        Assert.Equal((4, 5), ((int)notebook["nbformat"]!, (int)notebook["nbformat_minor"]!));
        Same(Metadata, notebook["metadata"]);
        foreach (var cell in notebook["cells"]!.AsArray())
        {
            var isCode = (string?)cell!["cell_type"] == "code";
            Same(isCode ? CellMetadata : "{}", cell["metadata"]);
            Same(isCode ? "[]" : "null", cell["outputs"]);
            Assert.Null(cell["execution_count"]);
        }
    }

    [Theory, MemberData(nameof(All))]
    public void Cells_OfANotebook_HaveUniqueIds(string name)
    {
        var ids = CourseFile.Read(name).Cells.Select(cell => cell.Id).ToArray();
        Assert.All(ids, id => Assert.Matches("^[a-zA-Z0-9_-]{1,64}$", id));
        Assert.Distinct(ids);
    }

    [Theory, MemberData(nameof(All))]
    public void CodeCells_OfANotebook_AreShortAndNarrow(string name) => Assert.All(CourseFile.CodeCells(name), cell =>
    {
        var lines = cell.Source.Split('\n');
        Assert.InRange(lines.Length, 1, MostLines);
        Assert.InRange(lines.Max(line => line.Length), 0, LongestLine);
    });

    [Theory, MemberData(nameof(All))]
    public void FirstCodeCells_OfANotebook_AreTheOneSetUpOfAllHosts(string name)
    {
        var up = name.Contains('/') ? "../../" : "../";
        var cells = CourseFile.CodeCells(name).Select(cell => cell.Source).ToArray();
        Assert.Equal(SetUp.Select(source => source.Replace("../", up)), cells.Take(SetUp.Length));
        Assert.DoesNotContain(cells.Skip(SetUp.Length), source => source.Contains("#r "));
    }

    [Theory, MemberData(nameof(All))]
    public void Links_ToOtherFiles_LeadSomewhere(string name)
    {
        var folder = Path.GetDirectoryName(CourseFile.FullPath(name))!;
        var broken = CourseFile.Prose(name).Select(text => Regex.Replace(text, @"\$\$[^$]*\$\$|\$[^$]*\$", ""))
            .SelectMany(text => Regex.Matches(text, @"\]\((?<target>[^)#\s]+)(#[^)\s]*)?\)")).Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://") && !File.Exists(Path.Combine(folder, target)));
        Assert.Empty(broken);
    }

    [Theory, MemberData(nameof(Chapters))]
    public void Exercises_OfAChapter_AreFourOrMoreEachWithItsCheckAndSolution(string chapter)
    {
        var cells = CourseFile.CodeCells(chapter);
        var exercises = cells.Where(CourseFile.IsExercise).Select(cell => cell.Id!["exercise-".Length..]).ToArray();
        Assert.True(exercises.Length >= 4, $"{chapter} has {exercises.Length} exercises");
        Assert.Equal(exercises, cells.Where(CourseFile.IsCheck).Select(cell => cell.Id!["check-".Length..]));
        Assert.Equal(exercises, CourseFile.Solutions(chapter).Keys.Select(id => id["exercise-".Length..]));
    }

    private static void Same(string expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), $"Expected {expected} but found {actual}.");
}

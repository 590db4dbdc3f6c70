namespace ShallowNet.Player.Tests.Book;

/// <summary>What a page knows of itself: folds, numbers, references.</summary>
public sealed class PageFeaturesTests : IDisposable
{
    private const string Title = "md:# 5 A\n\nText.", Seen = "md:**What you see.** It is two.", NuGet = "#r \"nuget: A, 1.0.0\"";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Of the page of these cells.</summary>
    public static TheoryData<string, string, string[]> Features => new()
    {
        { "the output after a prediction is folded with its finding",
            "<details class=\"reveal\"><summary>Show.*</details>.*<details class=\"reveal\"><summary>(?:(?!</details>).)*It is two",
            [Title, "md:**Predict.** What is 1 + 1?", "1 + 1", Seen] },
        { "all can be shown", "Show what comes after each prediction", [Title, "md:**Predict.** What is 1 + 1?", "1 + 1", Seen] },
        { "a set-up cell is folded", "<details class=\"setup\">", [Title, NuGet] },
        { "a tagged equation has an anchor", "id=\"equation-5-2\"", [Title, "md:$$\na = 1 \\tag{5.2}\n$$"] },
        { "prose links to it", "<a [^>]*href=\"#equation-5-2\"[^>]*>",
            [Title, "md:$$\na = 1 \\tag{5.2}\n$$\n\nBy equation (5.2), a is 1."] },
        { "a citation leads to the reading list", "<a [^>]*href=\"#[^\"]*1998[^\"]*\"[^>]*>LeCun et al. 1998</a>",
            [Title, "md:Centered inputs help (LeCun et al. 1998).",
                "md:## Reading\n\n- Y. LeCun, L. Bottou, G. Orr: *Efficient BackProp*. 1998."] },
        { "one with its year in parentheses is a link to its end",
            "<a [^>]*href=\"#[^\"]*1998[^\"]*\"[^>]*>LeCun, Bottou and Orr \\(1998\\)</a> say", [Title, "md:LeCun, Bottou and Orr (1998) say so.",
            "md:## Reading\n\n- Y. LeCun, L. Bottou, G. Orr: *Efficient BackProp*. 1998."] },
        { "an aside stands in the margin", "class=\"aside\"", [Title + "\n\n> **Aside.** A remark."] },
        { "a page offers its notebook", "href=\"05-a.ipynb\"", [Title, "1"] },
    };

    [Theory, MemberData(nameof(Features))]
    public void Write_Page_HasTheFeature(string feature, string pattern, string[] cells) =>
        Assert.True(Regex.IsMatch(Page("text/plain", "2", cells), pattern, RegexOptions.Singleline), feature);

    [Fact]
    public void Write_SetUpOfSeveralCells_IsOneFold()
    {
        var page = Page("text/plain", "2", Title, NuGet, "#!import a.dib", "Course.Ready()", "md:On.", "1");

        Assert.Matches(
            "(?s)<details class=\"setup\">(?:(?!</details>).)*#r(?:(?!</details>).)*#!import(?:(?!</details>).)*Ready.*?</details>.*On\\.", page);
        Assert.Equal(1, Regex.Count(page, "<details class=\"setup\">"));
        Expect.In(page, "id=\"cell-4\"");
    }

    [Theory]
    [InlineData("class=\"reveal\"", Title, "1 + 1", Seen)]
    [InlineData("Next: ", Title + "\n\nNext: [A](05-a.ipynb)")]
    public void Write_OutputWithoutAPredictionOrNameOfTheNextChapter_HasNo(string html, params string[] cells) =>
        Expect.NotIn(Page("text/plain", "2", cells), html);

    [Theory]
    [InlineData("<script>window.shallowNet.draw(\"f\", {})</script>", 0)]
    [InlineData("<div id=\"f\"></div><script>Plotly.newPlot(\"f\", [])</script>", 1)]
    public void Write_Html_WaitsForPlotlyOnlyWhereItCallsItAtOnce(string html, int scripts) =>
        Assert.Equal(scripts, Regex.Count(Page("text/html", html, Title, "1"), "<script src=\"assets/plotly-[^\"]*\""));

    /// <summary>The page of these cells, whose code shows this, the set-up apart.</summary>
    private string Page(string mime, string shown, params string[] cells)
    {
        var notebook = SampleCourse.With(cells);
        foreach (var (i, cell) in notebook.Cells.Index().Where(pair => pair.Item.Kind == CellKind.Code))
            cell.SetResult(i, cell.Source.StartsWith('#') ? [] : [Output.ExecuteResult(i, [new(mime, shown)])]);
        BookWriter.Write([SampleCourse.Played("05-a.ipynb", notebook)], _folder.Path);
        return _folder.Read("05-a.html");
    }
}

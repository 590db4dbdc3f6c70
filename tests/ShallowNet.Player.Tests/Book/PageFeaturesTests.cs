using ShallowNet.Player.Book;

namespace ShallowNet.Player.Tests.Book;

/// <summary>What a page knows of itself: folds, numbers, references.</summary>
public sealed class PageFeaturesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("shallownet-book-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Write_OutputAfterAPrediction_IsFoldedWithItsFinding()
    {
        var page = Page(("markdown", "# 5 A\n\nText."), ("markdown", "**Predict.** What is 1 + 1?"), ("code", "1 + 1"),
            ("markdown", "**What you see.** It is two."));

        Assert.Matches("(?s)<details class=\"reveal\"><summary>Show.*</details>.*<details "
            + "class=\"reveal\"><summary>(?:(?!</details>).)*It is two", page);
        Assert.Contains("Show what comes after each prediction", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_OutputWithoutAPrediction_IsNotFolded() =>
        Assert.DoesNotContain("class=\"reveal\"",
            Page(("markdown", "# 5 A\n\nText."), ("code", "1 + 1"),
            ("markdown", "**What you see.** It is two.")), StringComparison.Ordinal);

    [Fact]
    public void Write_SetUpCell_IsFolded() =>
        Assert.Contains("<details class=\"setup\">", Page(("markdown", "# 5 A\n\nText."), ("code", "#r \"nuget: A, 1.0.0\"")),
            StringComparison.Ordinal);

    [Fact]
    public void Write_SetUpOfSeveralCells_IsOneFold()
    {
        var page = Page(("markdown", "# 5 A\n\nText."), ("code", "#r \"nuget: A, 1.0.0\""), ("code", "#!import a.dib"),
            ("code", "Course.Ready()"), ("markdown", "On."), ("code", "1"));

        Assert.Matches("(?s)<details class=\"setup\">(?:(?!</details>).)*#r(?:(?!</details>).)*#!import(?:(?!</details>).)*Ready.*?</details>.*On\\.", page);
        Assert.Equal(2, page.Split("<details class=\"setup\">").Length);
        Assert.Contains("id=\"cell-4\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_LineThatNamesTheNextChapter_IsLeftToTheButton() =>
        Assert.DoesNotContain("Next: ", Page(("markdown", "# 5 A\n\nText.\n\nNext: [A](05-a.ipynb)")), StringComparison.Ordinal);

    [Fact]
    public void Write_TaggedEquation_IsAnAnchorThatProseLinksTo()
    {
        var page = Page(("markdown", "# 5 A\n\nText."), ("markdown", "$$\na = 1 \\tag{5.2}\n$$\n\nBy equation (5.2), a is 1."));

        Assert.Contains("id=\"equation-5-2\"", page, StringComparison.Ordinal);
        Assert.Matches("<a [^>]*href=\"#equation-5-2\"[^>]*>", page);
    }

    [Fact]
    public void Write_Citation_LeadsToTheReadingList()
    {
        var page = Page(("markdown", "# 5 A\n\nText."), ("markdown", "Centered inputs help (LeCun et al. 1998)."),
            ("markdown", "## Reading\n\n- Y. LeCun, L. Bottou, G. Orr: *Efficient BackProp*. 1998."));

        Assert.Matches("<a [^>]*href=\"#[^\"]*1998[^\"]*\"[^>]*>LeCun et al. 1998</a>", page);
    }

    [Fact]
    public void Write_AsideInProse_StandsInTheMargin() =>
        Assert.Contains("class=\"aside\"", Page(("markdown", "# 5 A\n\nText.\n\n> **Aside.** A remark.")), StringComparison.Ordinal);

    [Fact]
    public void Write_Page_OffersItsNotebook() =>
        Assert.Matches("href=\"05-a.ipynb\"", Page(("markdown", "# 5 A\n\nText."), ("code", "1")));

    [Theory]
    [InlineData("<script>window.shallowNet.draw(\"f\", {})</script>", 0)]
    [InlineData("<div id=\"f\"></div><script>Plotly.newPlot(\"f\", [])</script>", 1)]
    public void Write_Html_WaitsForPlotlyOnlyWhereItCallsItAtOnce(string html, int scripts)
    {
        var page = Page(new KeyValuePair<string, string>("text/html", html), ("markdown", "# 5 A\n\nText."), ("code", "1"));

        Assert.Equal(scripts, Regex.Count(page, "<script src=\"assets/plotly-[^\"]*\""));
    }

    private string Page(params (string Type, string Source)[] cells) => Page(new KeyValuePair<string, string>("text/plain", "2"), cells);

    private string Page(KeyValuePair<string, string> result, params (string Type, string Source)[] cells)
    {
        var sources = Directory.CreateDirectory(Path.Combine(_folder, "notebooks")).FullName;
        var notebook = SampleCourse.With(cells);
        foreach (var (cell, i) in notebook.Cells.Select((cell, i) => (cell, i)).Where(pair => pair.cell.Kind == CellKind.Code))
            cell.SetResult(i, cell.Source.StartsWith('#') ? [] : [Output.ExecuteResult(i, [result])]);
        var output = Path.Combine(_folder, "course");
        BookWriter.Write([new PlayedNotebook(Path.Combine(sources, "05-a.ipynb"), "05-a.ipynb", notebook)], output);
        return File.ReadAllText(Path.Combine(output, "05-a.html"));
    }
}

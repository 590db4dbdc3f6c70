using System.Security.Cryptography;
using ShallowNet.Player.Book;

namespace ShallowNet.Player.Tests.Book;

public sealed class BookWriterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("shallownet-book-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Write_SampleCourse_LeavesAllFilesAndNoUnfinishedOnes()
    {
        var output = SampleCourse.Write(_folder);

        var files = Directory.EnumerateFiles(output, "*",
            SearchOption.AllDirectories).Select(path => Path.GetRelativePath(output, path).Replace('\\', '/'))
            .Select(path => Regex.Replace(path, @"plotly-[\d.]+\.min", "plotly.min"));
        Assert.Equal(
            ["05-activation-functions.html", "06-derivatives.html", "assets/book.css", "assets/book.js", "assets/icon.svg",
                "assets/plotly.min.js", "assets/plotly.min.js.LICENSE.txt", "assets/search.js", "assets/theme.js", "images/dot.png",
                "index.html", "solutions/05-solutions.html"],
            files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Write_SampleCourse_CoverShowsTitlesAndFirstParagraphs()
    {
        var cover = Page("index.html");

        Assert.Contains("<span class=\"no\" aria-hidden=\"true\">5</span><div><h2><a href=\"05-activation-functions.html\">Activation "
            + "functions</a></h2><p>Without <span class=\"math\">g</span>", cover, StringComparison.Ordinal);
        Assert.Contains("href=\"solutions/05-solutions.html\"", cover, StringComparison.Ordinal);
        Assert.Contains("Not played to its end", cover, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_LinksBetweenNotebooks_BecomeLinksBetweenPages()
    {
        Assert.Contains("<a href=\"06-derivatives.html#61-by-hand\">chapter 6</a>", Page("05-activation-functions.html"),
            StringComparison.Ordinal);
        Assert.Contains("<a href=\"../05-activation-functions.html\">the chapter</a>", Page("solutions/05-solutions.html"),
            StringComparison.Ordinal);
        Assert.Contains("id=\"61-by-hand\"", Page("06-derivatives.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Failure_IsShownAtTheTopAndAtTheCell()
    {
        var page = Page("05-activation-functions.html");

        Assert.Contains("It stopped at <a href=\"#cell-8\">", page, StringComparison.Ordinal);
        Assert.Matches("<section class=\"code failed\" id=\"cell-8\">", page);
        Assert.Matches("class=\"error-name\">ArgumentException<", page);
    }

    [Fact]
    public void Write_ScriptsInMarkdownAndText_DoNotReachThePage()
    {
        var page = Page("05-activation-functions.html");

        Assert.DoesNotContain("window.injected",
            page.Replace("&lt;script&gt;window.injected = 2&lt;/script&gt;", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("onerror", page, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ScriptOfAPlayedCell_IsKeptAndItsHashAllowed()
    {
        var page = Page("05-activation-functions.html");

        var script = Regex.Match(page, "<script>(.*?)</script>", RegexOptions.Singleline).Groups[1].Value;
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(script)));
        Assert.Contains("a < b & c", script, StringComparison.Ordinal);
        Assert.Contains($"'sha256-{hash}'", page, StringComparison.Ordinal);
        Assert.DoesNotContain("'unsafe-inline'", Regex.Match(page, "script-src[^;]*").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_HtmlThatWasInTheFile_IsSanitized()
    {
        var json = """
            {"cells":[{"cell_type":"code","execution_count":1,"id":"a","metadata":{},"source":"x","outputs":[
             {"output_type":"display_data","metadata":{},"data":{"text/html":"<p onclick='steal()'>seen<script>steal()</script></p><iframe src='https://example.org'></iframe><a href='data:text/html,steal'>a</a>","text/plain":""}},
             {"output_type":"display_data","metadata":{},"data":{"text/markdown":"[b](data:text/html,steal) [c](javascript:steal) <img src=x onload=steal>"}}]}],
             "metadata":{},"nbformat":4,"nbformat_minor":5}
            """;
        var document = Notebook.Parse(System.Text.Encoding.UTF8.GetBytes(json), "foreign.ipynb");
        BookWriter.Write([SampleCourse.Played("foreign.ipynb", document)], _folder);

        var page = File.ReadAllText(Path.Combine(_folder, "foreign.html"));
        Assert.Contains("<p>seen</p>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("steal", page, StringComparison.Ordinal);
        Assert.DoesNotContain("iframe", page, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, int, string> Nested => new()
    {
        { "markdown", ">", 130, " x" }, { "markdown", "[", 130, "" }, { "markdown", "![", 30_000, "" }, { "markdown", "*a **b ", 20_000,
            "" },
        { "markdown", "<div>", 20_000, "" }, { "markdown", "list", 2000, "" }, { "html", "<div>", 200_000, "" }, { "html", "<svg><g>", 5000,
            "" },
        { "code", "(", 20_000, "1" }, { "code", "List<", 10_000, "int x;" }, { "code", "!", 15_000, "true" }, { "code", "-", 15_000, "1" },
        { "code", "x => ", 4000, "1" }, { "code", "if (true) ", 1900, ";" }, { "code", "a ? b : ", 2400, "c" }, { "code", "{", 15_000, "" },
        { "code", "$\"{", 5000, "" }, { "code", "x = ", 5000, "1;" },
    };

    /// <summary>Each of these once ended the player, or held it for minutes.</summary>
    [Theory]
    [MemberData(nameof(Nested))]
    public void Write_NestedTooDeep_IsShownAsTextBesideAWholeChapter(string kind, string piece, int times, string end)
    {
        var text = (piece == "list" ? string.Concat(Enumerable.Range(0, times).Select(i => new string(' ', 2 * i) + "- a\n"))
            : string.Concat(Enumerable.Repeat(piece, times))) + end;
        var hostile = SampleCourse.With((kind == "markdown" ? "markdown" : "code", kind == "html" ? "1" : text));
        if (kind == "html")
            hostile.Cells[0].SetResult(1, [Output.ExecuteResult(1, [new("text/html", text)])]);
        BookWriter.Write([SampleCourse.Played("1-bad.ipynb", hostile),
            SampleCourse.Played("2-good.ipynb", SampleCourse.With(("markdown", "# Good")))], _folder);

        var shown = System.Net.WebUtility.HtmlDecode(Regex.Replace(File.ReadAllText(Path.Combine(_folder, "1-bad.html")), "<[^>]*>", ""));
        Assert.Contains(text[..Math.Min(text.Length, 5000)], shown, StringComparison.Ordinal);
        Assert.Contains("<h1>Good</h1>", File.ReadAllText(Path.Combine(_folder, "2-good.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ChapterThatCannotBeRendered_HasAPageThatSaysWhyBesideTheOthers()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links to a device.");
        File.CreateSymbolicLink(Path.Combine(_folder, "endless.png"), "/dev/zero");
        var bad = new PlayedNotebook(Path.Combine(_folder, "1-bad.ipynb"), "1-bad.ipynb",
            SampleCourse.With(("markdown", "# Bad\n\n![a](endless.png)")));

        BookWriter.Write([bad, SampleCourse.Played("2-good.ipynb", SampleCourse.With(("markdown", "# Good")))], _folder);

        Assert.Contains("Its page could not be made: IOException: ", File.ReadAllText(Path.Combine(_folder, "1-bad.html")),
            StringComparison.Ordinal);
        Assert.Contains("<h1>Good</h1>", File.ReadAllText(Path.Combine(_folder, "2-good.html")), StringComparison.Ordinal);
        Assert.Contains("1-bad.html", File.ReadAllText(Path.Combine(_folder, "index.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Cancelled_StopsBeforeTheNextCell()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(
            () => BookWriter.Write([SampleCourse.Played("1.ipynb", SampleCourse.With(("code", "1")))], _folder, stop.Token));
        Assert.False(File.Exists(Path.Combine(_folder, "1.html")));
    }

    [Fact]
    public void Write_CourseWithNetworksToTouch_CoverShowsTheLargestAndLetsItsScriptRun()
    {
        static string Touch(int units) =>
            $"<figure class=\"sn-touch\" id=\"t{units}\" style=\"--units:{units}\"><script>touch({units})</script></figure>";
        var chapter = SampleCourse.With(("code", "1"), ("code", "2"));
        chapter.Cells[0].SetResult(1, [Output.ExecuteResult(1, [new("text/html", Touch(1))])]);
        chapter.Cells[1].SetResult(2, [Output.ExecuteResult(2, [new("text/html", Touch(4))])]);

        BookWriter.Write([SampleCourse.Played("1.ipynb", chapter)], _folder);

        var cover = File.ReadAllText(Path.Combine(_folder, "index.html"));
        Assert.Contains("<div data-cover><figure class=\"sn-touch\" id=\"t4\"", cover, StringComparison.Ordinal);
        Assert.DoesNotContain("touch(1)", cover, StringComparison.Ordinal);
        Assert.Contains(Convert.ToBase64String(SHA256.HashData("touch(4)"u8)), cover, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NotebookNamedIndex_HasItsPageBesideTheCover()
    {
        BookWriter.Write([SampleCourse.Played("index.ipynb", SampleCourse.With(("markdown", "# Mine\n\n[me](index.ipynb)")))], _folder);

        Assert.Contains("href=\"index.notebook.html\"", File.ReadAllText(Path.Combine(_folder, "index.html")), StringComparison.Ordinal);
        Assert.Contains("<a href=\"index.notebook.html\">me</a>", File.ReadAllText(Path.Combine(_folder, "index.notebook.html")),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("![a](../../secret.png)")]
    [InlineData("![a](/etc/secret.png)")]
    [InlineData("![a](images/..%2f..%2f..%2fsecret.png)")]
    [InlineData("![a](secret.txt)")]
    public void Write_PictureOutsideTheCourse_IsNotCopied(string markdown)
    {
        var sources = Path.Combine(_folder, "a", "notebooks");
        Directory.CreateDirectory(sources);
        foreach (var place in (string[])[_folder, Path.Combine(_folder, "a"), sources])
        {
            File.WriteAllText(Path.Combine(place, "secret.png"), "secret");
            File.WriteAllText(Path.Combine(place, "secret.txt"), "secret");
        }
        var output = Path.Combine(_folder, "out");
        BookWriter.Write([new(Path.Combine(sources, "x.ipynb"), "x.ipynb", SampleCourse.With(("markdown", markdown)))], output);

        Assert.Empty(Directory.EnumerateFiles(output, "secret*", SearchOption.AllDirectories));
        Assert.Contains("[picture: a]", File.ReadAllText(Path.Combine(output, "x.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NameWithUnusualCharacters_IsLinkedByItsAddress()
    {
        BookWriter.Write([SampleCourse.Played("1 中 #50%.ipynb",
            SampleCourse.With(("markdown", "# A\n\n[here](1%20%E4%B8%AD%20%2350%25.ipynb)")))], _folder);

        Assert.True(File.Exists(Path.Combine(_folder, "1 中 #50%.html")));
        Assert.Contains("href=\"1%20%E4%B8%AD%20%2350%25.html\"", File.ReadAllText(Path.Combine(_folder, "index.html")),
            StringComparison.Ordinal);
        Assert.Contains("<a href=\"1%20%E4%B8%AD%20%2350%25.html\">here</a>", File.ReadAllText(Path.Combine(_folder, "1 中 #50%.html")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Write_FolderKatexBesideThePages_IsUsedInsteadOfTheNetwork()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "course", "katex"));
        File.WriteAllText(Path.Combine(_folder, "course", "katex", "katex.min.js"), "");

        var page = Page("solutions/05-solutions.html");

        Assert.Contains("data-katex=\"../katex/\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://cdn", page, StringComparison.Ordinal);
    }

    private string Page(string name) => File.ReadAllText(Path.Combine(SampleCourse.Write(_folder), name));
}

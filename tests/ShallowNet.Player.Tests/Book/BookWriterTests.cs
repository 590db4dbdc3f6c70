using System.Security.Cryptography;

namespace ShallowNet.Player.Tests.Book;

public sealed class BookWriterTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_SampleCourse_LeavesAllFilesAndNoUnfinishedOnes()
    {
        var output = SampleCourse.Write(_folder.Path);
        var files = Directory.EnumerateFiles(output, "*", SearchOption.AllDirectories)
            .Select(path => Regex.Replace(Path.GetRelativePath(output, path).Replace('\\', '/'), @"plotly-[\d.]+\.min", "plotly.min"));
        Assert.Equal(
            ["05-activation-functions.html", "06-derivatives.html", "assets/book.css", "assets/book.js", "assets/icon.svg",
                "assets/plotly.min.js", "assets/plotly.min.js.LICENSE.txt", "assets/search.js", "assets/theme.js", "images/dot.png",
                "index.html", "solutions/05-solutions.html"],
            files.Order(StringComparer.Ordinal));
    }

    /// <summary>Titles and first paragraphs; links between pages; what failed, at the top and at its cell; all without scripts.</summary>
    [Theory]
    [InlineData("index.html", "Not played to its end", "href=\"solutions/05-solutions.html\"",
        "<span class=\"no\" aria-hidden=\"true\">5</span><div><h2><a href=\"05-activation-functions.html\">Activation functions</a></h2>"
            + "<p>Without <span class=\"math\">g</span>")]
    [InlineData("05-activation-functions.html", "<a href=\"06-derivatives.html#61-by-hand\">chapter 6</a>",
        "It stopped at <a href=\"#cell-8\">", "<section class=\"code failed\" id=\"cell-8\">", "class=\"error-name\">ArgumentException<")]
    [InlineData("06-derivatives.html", "<nav id=\"sidebar\"", "<h2 id=\"61-by-hand\">6.1 By hand", "href=\"05-activation-functions.html\"")]
    [InlineData("solutions/05-solutions.html", "<a href=\"../05-activation-functions.html\">the chapter</a>")]
    public void Write_SampleCourse_PageShows(string page, params string[] html) => Expect.In(SamplePage(page), html);

    [Fact]
    public void Write_ScriptsInMarkdownAndText_DoNotReachThePage() => Expect.NotIn(
        SamplePage("05-activation-functions.html").Replace("&lt;script&gt;window.injected = 2&lt;/script&gt;", ""),
        "window.injected", "onerror", "javascript:");

    [Fact]
    public void Write_ScriptOfAPlayedCell_IsKeptAndItsHashAllowed()
    {
        var page = SamplePage("05-activation-functions.html");
        var script = Regex.Match(page, "<script>(.*?)</script>", RegexOptions.Singleline).Groups[1].Value;
        Expect.In(script, "a < b & c");
        Expect.In(page, $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'");
        Expect.NotIn(Regex.Match(page, "script-src[^;]*").Value, "'unsafe-inline'");
    }

    [Fact]
    public void Write_HtmlThatWasInTheFile_IsSanitized()
    {
        const string Json = """
            {"cells":[{"cell_type":"code","execution_count":1,"id":"a","metadata":{},"source":"x","outputs":[
             {"output_type":"display_data","metadata":{},"data":{"text/html":"<p onclick='steal()'>seen<script>steal()</script></p><iframe src='https://example.org'></iframe><a href='data:text/html,steal'>a</a>","text/plain":""}},
             {"output_type":"display_data","metadata":{},"data":{"text/markdown":"[b](data:text/html,steal) [c](javascript:steal) <img src=x onload=steal>"}}]}],
             "metadata":{},"nbformat":4,"nbformat_minor":5}
            """;
        Write(SampleCourse.Played("foreign.ipynb", Notebook.Parse(Encoding.UTF8.GetBytes(Json), "foreign.ipynb")));

        Expect.In(_folder.Read("foreign.html"), "<p>seen</p>");
        Expect.NotIn(_folder.Read("foreign.html"), "steal", "iframe");
    }

    public static TheoryData<string, string, int, string> Nested => new()
    {
        { "markdown", ">", 130, " x" }, { "markdown", "[", 130, "" }, { "markdown", "![", 30_000, "" },
        { "markdown", "*a **b ", 20_000, "" }, { "markdown", "<div>", 20_000, "" }, { "markdown", "list", 2000, "" },
        { "html", "<div>", 200_000, "" }, { "html", "<svg><g>", 5000, "" },
        { "code", "(", 20_000, "1" }, { "code", "List<", 10_000, "int x;" }, { "code", "!", 15_000, "true" }, { "code", "-", 15_000, "1" },
        { "code", "x => ", 4000, "1" }, { "code", "if (true) ", 1900, ";" }, { "code", "a ? b : ", 2400, "c" }, { "code", "{", 15_000, "" },
        { "code", "$\"{", 5000, "" }, { "code", "x = ", 5000, "1;" },
    };

    /// <summary>Each of these once ended the player, or held it for minutes.</summary>
    [Theory, MemberData(nameof(Nested))]
    public void Write_NestedTooDeep_IsShownAsTextBesideAWholeChapter(string kind, string piece, int times, string end)
    {
        var text = (piece == "list" ? string.Concat(Enumerable.Range(0, times).Select(i => new string(' ', 2 * i) + "- a\n"))
            : string.Concat(Enumerable.Repeat(piece, times))) + end;
        var hostile = SampleCourse.With(kind == "markdown" ? "md:" + text : kind == "html" ? "1" : text);
        if (kind == "html")
            hostile.Cells[0].SetResult(1, [Output.ExecuteResult(1, [new("text/html", text)])]);
        Write(SampleCourse.Played("1-bad.ipynb", hostile), SampleCourse.Played("2-good.ipynb", "md:# Good"));

        Expect.In(System.Net.WebUtility.HtmlDecode(Regex.Replace(_folder.Read("1-bad.html"), "<[^>]*>", "")),
            text[..Math.Min(text.Length, 5000)]);
        Expect.In(_folder.Read("2-good.html"), "<h1>Good</h1>");
    }

    [Fact]
    public void Write_ChapterThatCannotBeRendered_HasAPageThatSaysWhyBesideTheOthers()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links to a device.");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "endless.png"), "/dev/zero");
        var bad = SampleCourse.Played("1-bad.ipynb", "md:# Bad\n\n![a](endless.png)");
        Write(bad with { SourcePath = Path.Combine(_folder.Path, "1-bad.ipynb") }, SampleCourse.Played("2-good.ipynb", "md:# Good"));
        Expect.In(_folder.Read("1-bad.html"), "Its page could not be made: IOException: ");
        Expect.In(_folder.Read("2-good.html"), "<h1>Good</h1>");
        Expect.In(_folder.Read("index.html"), "1-bad.html");
    }

    [Fact]
    public void Write_Canceled_StopsBeforeTheNextCell()
    {
        Assert.ThrowsAny<OperationCanceledException>(
            () => BookWriter.Write([SampleCourse.Played("1.ipynb", "1")], _folder.Path, new CancellationToken(canceled: true)));
        Assert.False(File.Exists(Path.Combine(_folder.Path, "1.html")));
    }

    [Fact]
    public void Write_CourseWithNetworksToTouch_CoverShowsTheLargestAndLetsItsScriptRun()
    {
        var chapter = SampleCourse.With("1", "2");
        foreach (var (cell, units) in chapter.Cells.Zip((int[])[1, 4]))
        {
            cell.SetResult(1, [Output.ExecuteResult(1, [new("text/html",
                $"<figure class=\"sn-touch\" id=\"t{units}\" style=\"--units:{units}\"><script>touch({units})</script></figure>")])]);
        }
        Write(SampleCourse.Played("1.ipynb", chapter));

        Expect.In(_folder.Read("index.html"), "<div data-cover><figure class=\"sn-touch\" id=\"t4\"",
            Convert.ToBase64String(SHA256.HashData("touch(4)"u8)));
        Expect.NotIn(_folder.Read("index.html"), "touch(1)");
    }

    /// <summary>A page beside the cover; characters that an address must escape.</summary>
    [Theory]
    [InlineData("index", "index.ipynb", "index.notebook.html", "index.notebook.html")]
    [InlineData("1 中 #50%", "1%20%E4%B8%AD%20%2350%25.ipynb", "1 中 #50%.html", "1%20%E4%B8%AD%20%2350%25.html")]
    public void Write_NotebookOfAnUnusualName_IsLinkedByTheAddressOfItsPage(string name, string link, string page, string address)
    {
        Write(SampleCourse.Played(name + ".ipynb", $"md:# A\n\n[me]({link})"));
        Expect.In(_folder.Read("index.html"), $"href=\"{address}\"");
        Expect.In(_folder.Read(page), $"<a href=\"{address}\">me</a>");
    }

    [Theory]
    [InlineData("![a](../../secret.png)")]
    [InlineData("![a](/etc/secret.png)")]
    [InlineData("![a](images/..%2f..%2f..%2fsecret.png)")]
    [InlineData("![a](secret.txt)")]
    public void Write_PictureOutsideTheCourse_IsNotCopied(string markdown)
    {
        foreach (var name in (string[])["secret.png", "secret.txt", "a/secret.png", "a/secret.txt", "a/notebooks/secret.png",
            "a/notebooks/secret.txt"])
        {
            _folder.Write(name, "secret");
        }
        var output = Path.Combine(_folder.Path, "out");
        var source = Path.Combine(_folder.Path, "a", "notebooks", "x.ipynb");
        BookWriter.Write([new(source, "x.ipynb", SampleCourse.With("md:" + markdown))], output);

        Assert.Empty(Directory.EnumerateFiles(output, "secret*", SearchOption.AllDirectories));
        Expect.In(_folder.Read("out/x.html"), "[picture: a]");
    }

    [Fact]
    public void Write_FolderKatexBesideThePages_IsUsedInsteadOfTheNetwork()
    {
        _folder.Write("course/katex/katex.min.js", "");
        Expect.In(SamplePage("solutions/05-solutions.html"), "data-katex=\"../katex/\"");
        Expect.NotIn(SamplePage("solutions/05-solutions.html"), "https://cdn");
    }

    private void Write(params PlayedNotebook[] notebooks) => BookWriter.Write(notebooks, _folder.Path);

    private string SamplePage(string name) => File.ReadAllText(Path.Combine(SampleCourse.Write(_folder.Path), name));
}

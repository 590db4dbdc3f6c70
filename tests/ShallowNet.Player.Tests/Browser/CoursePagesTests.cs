using AngleSharp.Html.Parser;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ShallowNet.Player.Tests.Browser;

/// <summary>Every page of the real course, in a real browser, from the file system.</summary>
[Collection("browser")]
public sealed class CoursePagesTests(Chromium chromium, WrittenCourse course)
{
    /// <summary>
    /// What does not fit: a page wider than its screen, an element that scrolls without showing it (on paper: at all), is cut off, or
    /// spills. What plotly.js and KaTeX draw inside their own boxes is theirs.
    /// </summary>
    private const string Misfits = """
        () => {
          const found = document.documentElement.scrollWidth > innerWidth ? ['the page'] : [], paper = matchMedia('print').matches;
          for (const e of document.querySelectorAll('body *')) {
            if (e.closest('.katex, .sn-plot .svg-container, svg, .skip, #sidebar') || e.scrollWidth <= e.clientWidth + 1) continue;
            const style = getComputedStyle(e), name = `${e.tagName}.${e.className} ${e.scrollWidth} in ${e.clientWidth}: ${e.textContent.trim().slice(0, 40)}`;
            if (style.display === 'inline' || style.visibility === 'hidden' || !e.clientWidth) continue;
            if (/auto|scroll/.test(style.overflowX) && (paper || !('scrolls' in e.dataset))) found.push('scrolls silently: ' + name);
            if (/hidden|clip/.test(style.overflowX)) found.push('is cut: ' + name);
            if (style.overflowX === 'visible' && e.scrollWidth > e.clientWidth + 8 && !e.closest('[data-scrolls]')) found.push('spills: ' + name);
          }
          return found;
        }
        """;

    /// <summary>A4 less the margins that Chromium gives it, at 96 dots an inch.</summary>
    private const int PaperWidth = 718;

    public static TheoryData<string> Pages => [.. WrittenCourse.Pages];

    /// <summary>One visit, for loading and drawing is what takes time: all that is checked of a page in a browser.</summary>
    [Theory, MemberData(nameof(Pages))]
    public async Task Page_OnScreenAndPaper_DrawsAllFitsAsksNobodyAndIsAccessible(string page)
    {
        await using var reader = await OpenAsync(page);
        var figures = await reader.CountAsync(".sn-figure");
        foreach (var (width, dark) in ((int, bool)[])[(1400, false), (1400, true), (1024, false), (390, false), (390, true)])
        {
            await ShowAsync(reader, width, dark);
            await FitsAsync(reader, $"{width} px");

            var marks = await reader.MarksAsync();
            Assert.Equal(figures, marks.Length);
            Assert.All(marks, count => Assert.True(count > 0, "A figure drew nothing."));
        }
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Light });
        await reader.Page.SetViewportSizeAsync(PaperWidth, 1000);
        await reader.Page.EvaluateAsync("() => { dispatchEvent(new Event('beforeprint')); }");
        await FitsAsync(reader, "paper");
        await reader.Page.EvaluateAsync("() => { dispatchEvent(new Event('afterprint')); }");

        Assert.Equal(0, await reader.CountAsync("[data-missing], .katex-error"));
        reader.MetNothingBad();

        // Last, for axe-core asks for the style sheets again, which a page from a file may not.
        foreach (var (width, dark) in ((int, bool)[])[(1400, false), (390, true)])
        {
            await ShowAsync(reader, width, dark);
            await IsAccessibleAsync(reader);
        }
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Page_Links_LeadSomewhere(string page)
    {
        var folder = await course.FolderAsync();
        var path = Path.Combine(folder, page);
        var document = new HtmlParser().ParseDocument(File.ReadAllText(path));

        string[] links = [.. document.QuerySelectorAll("a[href], img[src], link[href], script[src]")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!)
            .Where(link => !Regex.IsMatch(link, "^(https://|data:)")).Distinct()];

        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            var (file, anchor) = link.Split('#') is [var f, var a] ? (f, Uri.UnescapeDataString(a)) : (link, "");
            var target = file.Length == 0 ? path
                : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, Uri.UnescapeDataString(file)));
            Expect.Start(target, folder);
            Assert.True(File.Exists(target), link);
            if (anchor.Length > 0)
                Expect.In(File.ReadAllText(target), $"id=\"{anchor}\"");
        }
    }

    [Fact]
    public async Task Sliders_Moved_ChangeTheirFigures()
    {
        const string Drawn = "f => f.querySelector('.sn-plot').innerHTML + f.querySelector('output').textContent";
        var moved = 0;
        foreach (var page in WrittenCourse.Pages)
        {
            await using var reader = await OpenAsync(page);
            await reader.SettledAsync();
            foreach (var figure in await reader.Page.Locator(".sn-figure:has(input[type=range])").AllAsync())
            {
                var before = await figure.EvaluateAsync<string>(Drawn);
                await figure.Locator("input[type=range]").FocusAsync();
                foreach (var key in (string[])["Home", "End", "ArrowLeft"])
                    await reader.Page.Keyboard.PressAsync(key);
                for (var tries = 0; tries < 200 && await figure.EvaluateAsync<string>(Drawn) == before; tries++)
                    await Task.Delay(50);
                Assert.NotEqual(before, await figure.EvaluateAsync<string>(Drawn));
                moved++;
            }
            Assert.Empty(reader.Errors);
        }
        Assert.True(moved > 0, "No page of the course has a slider.");
    }

    [Theory]
    [InlineData("saturat")]
    [InlineData("symmetry")]
    [InlineData("learning rate")]
    [InlineData("backpropagation", "back-propagation")]
    [InlineData("vanishing gradient", "slope vanish")]
    [InlineData("dead relu", "silent")]
    public async Task Search_WordOfTheCourse_LeadsToItsSection(string words, string? courseWords = null)
    {
        await using var reader = await OpenAsync("index.html");
        await reader.Page.FillAsync("#search", words);
        await reader.UntilAsync("() => document.querySelectorAll('#search-results a').length > 0");
        await reader.Page.ClickAsync("#search-results li:first-child a");
        await reader.ArriveAsync(address => !address.Contains("index.html"));
        Expect.In(await reader.AskAsync<string>("() => document.querySelector('article').textContent.toLowerCase()"),
            (courseWords ?? words).Split(' '));
        Assert.Empty(reader.Errors);
    }

    private async Task<Reader> OpenAsync(string page) =>
        await Reader.OpenAsync(chromium, new Uri(Path.Combine(await course.FolderAsync(), page)).AbsoluteUri);

    private static async Task ShowAsync(Reader reader, int width, bool dark)
    {
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Screen, ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
        await reader.Page.SetViewportSizeAsync(width, 900);
        await reader.SettledAsync();
    }

    /// <summary>Redrawing follows a new width after a moment: what does not fit at once must fit soon.</summary>
    private static async Task FitsAsync(Reader reader, string where)
    {
        string[] misfits = [];
        for (var tries = 0; tries < 100 && (misfits = await reader.AskAsync<string[]>(Misfits)).Length > 0; tries++)
            await Task.Delay(100);
        Assert.True(misfits.Length == 0, $"{where}: {string.Join('\n', misfits)}");
    }

    private static async Task IsAccessibleAsync(Reader reader)
    {
        // To a screen reader a plot is one picture with a label; what plotly.js draws inside it is thousands of nodes that it never meets.
        var found = await reader.Page.RunAxe(new AxeRunContext { Include = [new(":root")], Exclude = [new(".sn-plot .svg-container")] });
        var serious = found.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(Describe).ToArray();
        Assert.True(serious.Length == 0, string.Join('\n', serious));
    }

    private static string Describe(AxeResultItem violation) => $"{violation.Id}: {violation.Help} — "
        + string.Join(" | ", violation.Nodes.Take(5).Select(node => string.Concat(node.Html.Take(200))));
}

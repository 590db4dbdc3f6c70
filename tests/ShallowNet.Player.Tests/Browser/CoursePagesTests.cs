using AngleSharp.Html.Parser;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ShallowNet.Player.Tests.Browser;

/// <summary>Every page of the real course, in a real browser, from the file system.</summary>
[Collection("browser")]
public sealed class CoursePagesTests(Chromium chromium, WrittenCourse course)
{
    /// <summary>Marks in a figure: curves, points, bars, images, or a canvas of WebGL; and in a drawing.</summary>
    private const string MarksOfEachFigure = """
        () => Array.from(document.querySelectorAll('.sn-figure')).map(f => f.querySelectorAll(
          '.scatterlayer .trace path, .barlayer .point path, .heatmaplayer image, .contourlayer path, .gl-container canvas').length)
        """;

    public static TheoryData<string> Pages => [.. WrittenCourse.Pages];

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

    /// <summary>One visit, for loading and drawing is what takes time: all that is checked of a page in a browser.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_OnScreenAndPaper_DrawsAllFitsAsksNobodyAndIsAccessible(string page)
    {
        await using var reader = await Reader.OpenAsync(chromium, await AddressAsync(page));
        var figures = await reader.AskAsync<int>("() => document.querySelectorAll('.sn-figure').length");
        foreach (var (width, dark) in ((int, bool)[])[(1400, false), (1400, true), (1024, false), (390, false), (390, true)])
        {
            await reader.Page.SetViewportSizeAsync(width, 900);
            await reader.Page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
            await reader.SettledAsync();
            await FitsAsync(reader, $"{width} px");

            var marks = await reader.AskAsync<int[]>(MarksOfEachFigure);
            Assert.Equal(figures, marks.Length);
            Assert.All(marks, count => Assert.True(count > 0, "A figure drew nothing."));
        }
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Light });
        await reader.Page.SetViewportSizeAsync(PaperWidth, 1000);
        await reader.AskAsync<object?>("() => { dispatchEvent(new Event('beforeprint')); return null; }");
        await FitsAsync(reader, "paper");
        await reader.AskAsync<object?>("() => { dispatchEvent(new Event('afterprint')); return null; }");

        Assert.Equal(0, await reader.AskAsync<int>("() => document.querySelectorAll('[data-missing], .katex-error').length"));
        Assert.Empty(reader.Errors);
        Assert.Empty(reader.Outside);

        // Last, for axe-core asks for the style sheets again, which a page from a file may not.
        foreach (var (width, dark) in ((int, bool)[])[(1400, false), (390, true)])
        {
            await reader.Page.EmulateMediaAsync(new() { Media = Media.Screen, ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
            await reader.Page.SetViewportSizeAsync(width, 900);
            await reader.SettledAsync();
            await IsAccessibleAsync(reader);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_Links_LeadSomewhere(string page)
    {
        var folder = await course.FolderAsync();
        var path = Path.Combine(folder, page);
        var document = new HtmlParser().ParseDocument(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));

        var links = document.QuerySelectorAll("a[href], img[src], link[href], script[src]")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!)
            .Where(link => !link.StartsWith("https://", StringComparison.Ordinal) && !link.StartsWith("data:", StringComparison.Ordinal))
                .Distinct().ToArray();

        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            var (file, anchor) = link.Split('#') is [var f, var a] ? (f, Uri.UnescapeDataString(a)) : (link, "");
            var target = file.Length == 0 ? path
                : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, Uri.UnescapeDataString(file)));
            Assert.StartsWith(folder, target, StringComparison.Ordinal);
            Assert.True(File.Exists(target), link);
            if (anchor.Length > 0)
            {
                Assert.Contains($"id=\"{anchor}\"", await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken),
                    StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Sliders_Moved_ChangeTheirFigures()
    {
        var moved = 0;
        foreach (var page in WrittenCourse.Pages)
        {
            await using var reader = await Reader.OpenAsync(chromium, await AddressAsync(page));
            await reader.SettledAsync();
            foreach (var figure in await reader.Page.Locator(".sn-figure:has(input[type=range])").AllAsync())
            {
                const string Drawn = "f => f.querySelector('.sn-plot').innerHTML + f.querySelector('output').textContent";
                var before = await figure.EvaluateAsync<string>(Drawn);
                await figure.Locator("input[type=range]").FocusAsync();
                await reader.Page.Keyboard.PressAsync("Home");
                await reader.Page.Keyboard.PressAsync("End");
                await reader.Page.Keyboard.PressAsync("ArrowLeft");
                for (var tries = 0; tries < 200 && await figure.EvaluateAsync<string>(Drawn) == before; tries++)
                    await Task.Delay(50, TestContext.Current.CancellationToken);
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
        await using var reader = await Reader.OpenAsync(chromium, await AddressAsync("index.html"));
        await reader.Page.FillAsync("#search", words);
        await reader.UntilAsync("() => document.querySelectorAll('#search-results a').length > 0");

        await reader.Page.ClickAsync("#search-results li:first-child a");
        await reader.ArriveAsync(address => !address.Contains("index.html", StringComparison.Ordinal));

        var text = await reader.AskAsync<string>("() => document.querySelector('article').textContent.toLowerCase()");
        Assert.All((courseWords ?? words).Split(' '), word => Assert.Contains(word, text, StringComparison.Ordinal));
        Assert.Empty(reader.Errors);
    }

    /// <summary>Redrawing follows a new width after a moment: what does not fit at once must fit soon.</summary>
    private static async Task FitsAsync(Reader reader, string where)
    {
        string[] misfits = [];
        for (var tries = 0; tries < 100 && (misfits = await reader.AskAsync<string[]>(Misfits)).Length > 0; tries++)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.True(misfits.Length == 0, $"{where}: {string.Join('\n', misfits)}");
    }

    private static async Task IsAccessibleAsync(Reader reader)
    {
        // To a screen reader a plot is one picture with a label; what plotly.js draws inside it is thousands of nodes that it never meets.
        var found = await reader.Page.RunAxe(new AxeRunContext { Include = [new(":root")], Exclude = [new(".sn-plot .svg-container")] });

        var serious = found.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(Describe).ToArray();
        Assert.True(serious.Length == 0, string.Join('\n', serious));
    }

    private async Task<string> AddressAsync(string page) => new Uri(Path.Combine(await course.FolderAsync(), page)).AbsoluteUri;

    private static string Describe(AxeResultItem violation) =>
        $"{violation.Id}: {violation.Help} — "
            + $"{string.Join(" | ", violation.Nodes.Take(5).Select(node => node.Html.Length > 200 ? node.Html[..200] : node.Html))}";
}

using System.Security.Cryptography;
using ShallowNet.Player.Tests.Book;

namespace ShallowNet.Player.Tests.Browser;

/// <summary>What a reader does with a page: on the sample course, which has an error and hostile text in it too.</summary>
[Collection("browser")]
public sealed class BookInBrowserTests(Chromium chromium) : IDisposable
{
    private const string Chapter = "05-activation-functions.html", Solutions = "solutions/05-solutions.html", Next = "06-derivatives.html";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Page_WithAFigureAndHostileText_RunsOnlyTheFigure()
    {
        await using var reader = await OpenAsync(Chapter);
        await reader.SettledAsync();
        Assert.Equal(1, await reader.AskAsync<int>("() => window.sampleRuns"));
        await reader.HoldsAsync("document.querySelectorAll('#sample-figure .scatterlayer path').length > 0");
        await reader.HoldsAsync("window.injected === undefined");
        reader.MetNothingBad();
    }

    [Fact]
    public async Task Page_ScriptPutInLater_IsRefusedByThePolicy()
    {
        await using var reader = await OpenAsync(Chapter);
        await reader.Page.EvaluateAsync(
            "() => { const s = document.createElement('script'); s.textContent = 'window.injected = 3'; document.body.append(s); "
                + "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.injected = 4\">'); }");
        await Task.Delay(200);
        await reader.HoldsAsync("window.injected === undefined");
        Assert.Contains(reader.Errors, error => error.Contains("Content Security Policy"));
    }

    [Fact]
    public async Task Tex_WithKatex_IsTypeset()
    {
        await KatexAsync();
        await using var reader = await OpenAsync(Chapter);
        await reader.SettledAsync();
        Assert.Equal(0, await reader.CountAsync(".math:not(.typeset)"));
        await reader.HoldsAsync("document.querySelector('summary .katex') !== null && document.querySelector('table .katex') !== null");
        Assert.Empty(reader.Errors);
    }

    [Fact]
    public async Task Tex_InALinkOutsideOfTheText_StopsNoScript()
    {
        await using var reader = await OpenAsync(Chapter);
        await reader.Page.EvaluateAsync("""
            () => {
              document.querySelector('nav').insertAdjacentHTML('beforeend', '<a href="#"><span class="math typeset">x</span></a>');
              dispatchEvent(new Event('resize'));
            }
            """);
        Assert.Empty(reader.Errors);
    }

    [Fact]
    public async Task Tex_WithoutNetwork_StaysReadable()
    {
        await using var reader = await OpenAsync(Chapter, online: false);
        Assert.Equal(@"\sigma(z) = \frac{1}{1 + e^{-z}}, \qquad \sigma'(z) = \sigma(z)\bigl(1 - \sigma(z)\bigr)",
            (await reader.Page.Locator("div.math-display").First.InnerTextAsync()).Trim());
        Assert.Empty(reader.Errors);
    }

    [Fact]
    public async Task Tex_WithACopyBesideThePages_AsksNobody()
    {
        var dist = await KatexAsync();
        foreach (var file in (string[])["katex.min.js", "katex.min.css", .. Directory.GetFiles(Path.Combine(dist, "fonts"))])
        {
            var copy = Path.Combine(_folder.Path, "course", "katex", Path.GetRelativePath(dist, Path.Combine(dist, file)));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(dist, file), copy);
        }
        await using var reader = await OpenAsync(Solutions, online: false);
        await reader.Page.GotoAsync(Address(Chapter));

        await reader.UntilAsync("() => document.documentElement.dataset.typeset === 'true'");
        reader.MetNothingBad();
    }

    [Fact]
    public async Task Theme_Switched_IsRememberedOnTheNextPage()
    {
        const string Background = "() => getComputedStyle(document.body).backgroundColor";
        await using var reader = await OpenAsync(Chapter);
        var light = await reader.AskAsync<string>(Background);

        await reader.Page.ClickAsync("button.theme");
        var dark = await reader.AskAsync<string>(Background);
        await reader.Page.GotoAsync(Address(Next));

        Assert.NotEqual(light, dark);
        Assert.Equal(dark, await reader.AskAsync<string>(Background));
        await reader.Page.ClickAsync("button.theme");
        Assert.Equal(light, await reader.AskAsync<string>(Background));
    }

    [Fact]
    public async Task Contents_OnAPhone_OpenAndCloseByKeyboard()
    {
        await using var reader = await OpenAsync(Next, width: 400);
        Assert.False(await reader.Page.Locator("#search").IsVisibleAsync());
        await reader.Page.FocusAsync("#menu");
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.Page.Locator("#search").WaitForAsync();
        Assert.Equal("true", await reader.Page.Locator("#menu").GetAttributeAsync("aria-expanded"));
        await reader.Page.Keyboard.PressAsync("Escape");
        await reader.UntilAsync(
            "() => getComputedStyle(document.getElementById('sidebar')).visibility === 'hidden' && document.activeElement.id === 'menu'");
    }

    [Fact]
    public async Task Contents_WhileScrolling_FollowTheHeading()
    {
        await using var reader = await OpenAsync(Next);
        await reader.SettledAsync();
        await reader.Page.EvaluateAsync("() => document.getElementById('62-by-a-difference').scrollIntoView()");
        await reader.UntilAsync("() => document.querySelector('.headings a[aria-current]')?.hash === '#62-by-a-difference'");
    }

    [Fact]
    public async Task Copy_Clicked_PutsTheCodeOnTheClipboard()
    {
        await using var reader = await OpenAsync(Chapter);
        await reader.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await reader.Page.Locator("#cell-4 .copy").ClickAsync();
        await reader.UntilAsync("() => document.querySelector('#cell-4 .copy').textContent === 'Copied'");
        Expect.Start(await reader.AskAsync<string>("() => navigator.clipboard.readText()"),
            "// The slope, by hand: two sides of one formula.\nstatic double Sigmoid(double z) =>");
    }

    [Fact]
    public async Task Search_ByKeyboard_FindsInAllChaptersAndSaysWhenNot()
    {
        await using var reader = await OpenAsync(Solutions);

        await reader.Page.Keyboard.PressAsync("/");
        await reader.Page.Keyboard.TypeAsync("central difference");
        await reader.UntilAsync("() => document.querySelectorAll('#search-results a').length === 1");
        Assert.Equal("central", await reader.Page.Locator("#search-results mark").InnerTextAsync());
        await reader.Page.Keyboard.PressAsync("ArrowDown");
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.ArriveAsync(address => address.EndsWith("/06-derivatives.html#62-by-a-difference", StringComparison.Ordinal));
        await reader.Page.FillAsync("#search", "zebra");

        await reader.UntilAsync("() => document.getElementById('search-status').textContent === 'Nothing found.'");
        Assert.Empty(reader.Errors);
    }

    [Fact]
    public async Task Printing_OpensFoldedAnswersAndHidesTheFrame()
    {
        await using var reader = await OpenAsync(Chapter);
        await reader.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        await reader.Page.EvaluateAsync("() => { dispatchEvent(new Event('beforeprint')); }");
        await reader.HoldsAsync("document.querySelector('article .prose details').open");
        Assert.False(await reader.Page.Locator("#sidebar").IsVisibleAsync());
    }

    [Theory]
    [InlineData("katex.min.js", Katex.ScriptHash)]
    [InlineData("katex.min.css", Katex.StyleHash)]
    public async Task KatexHashes_AreThoseOfThePinnedPackage(string file, string hash) => Assert.Equal(hash,
        "sha384-" + Convert.ToBase64String(SHA384.HashData(File.ReadAllBytes(Path.Combine(await KatexAsync(), file)))));

    /// <summary>The folder of KaTeX; the test that asks is skipped where npm cannot fetch it.</summary>
    private static async Task<string> KatexAsync()
    {
        var dist = await Reader.KatexAsync();
        Assert.SkipWhen(dist is null, "npm cannot fetch KaTeX here.");
        return dist;
    }

    private Task<Reader> OpenAsync(string page, int width = 1400, bool online = true)
    {
        SampleCourse.Write(_folder.Path);
        return Reader.OpenAsync(chromium, Address(page), width, online: online);
    }

    private string Address(string page) => new Uri(Path.Combine(_folder.Path, "course", page)).AbsoluteUri;
}

using ShallowNet.Player.Book;
using ShallowNet.Player.Tests.Book;

namespace ShallowNet.Player.Tests.Browser;

/// <summary>What a reader does with a page: on the sample course, which has an error and hostile text in it too.</summary>
[Collection("browser")]
public sealed class BookInBrowserTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("shallownet-browser-").FullName;
    private readonly string _output;
    private readonly Chromium _chromium;

    public BookInBrowserTests(Chromium chromium)
    {
        _chromium = chromium;
        _output = SampleCourse.Write(_folder);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Page_WithAFigureAndHostileText_RunsOnlyTheFigure()
    {
        await using var reader = await OpenAsync("05-activation-functions.html");
        await reader.SettledAsync();

        Assert.Equal(1, await reader.AskAsync<int>("() => window.sampleRuns"));
        Assert.True(await reader.AskAsync<bool>("() => document.querySelectorAll('#sample-figure .scatterlayer path').length > 0"));
        Assert.True(await reader.AskAsync<bool>("() => window.injected === undefined"));
        Assert.Empty(reader.Errors);
        Assert.Empty(reader.Outside);
    }

    [Fact]
    public async Task Page_ScriptPutInLater_IsRefusedByThePolicy()
    {
        await using var reader = await OpenAsync("05-activation-functions.html");

        await reader.AskAsync<object?>(
            "() => { const s = document.createElement('script'); s.textContent = 'window.injected = 3'; document.body.append(s); "
                + "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.injected = 4\">'); return null; }");
        await Task.Delay(200, TestContext.Current.CancellationToken);

        Assert.True(await reader.AskAsync<bool>("() => window.injected === undefined"));
        Assert.Contains(reader.Errors, error => error.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tex_WithKatex_IsTypeset()
    {
        Assert.SkipWhen(await KatexCopy.FolderAsync() is null, "npm cannot fetch KaTeX here.");
        await using var reader = await OpenAsync("05-activation-functions.html");
        await reader.SettledAsync();

        Assert.Equal(0, await reader.AskAsync<int>("() => document.querySelectorAll('.math:not(.typeset)').length"));
        Assert.True(await reader
            .AskAsync<bool>("() => document.querySelector('summary .katex') !== null && document.querySelector('table .katex') !== null"));
        Assert.Empty(reader.Errors);
    }

    [Fact]
    public async Task Tex_WithoutNetwork_StaysReadable()
    {
        await using var reader = await OpenAsync("05-activation-functions.html", online: false);

        Assert.Equal(@"\sigma(z) = \frac{1}{1 + e^{-z}}, \qquad \sigma'(z) = \sigma(z)\bigl(1 - \sigma(z)\bigr)",
            (await reader.Page.Locator("div.math-display").First.InnerTextAsync()).Trim());
        Assert.Empty(reader.Errors);
    }

    [Fact]
    public async Task Tex_WithACopyBesideThePages_AsksNobody()
    {
        var dist = await KatexCopy.FolderAsync();
        Assert.SkipWhen(dist is null, "npm cannot fetch KaTeX here.");
        var copy = Path.Combine(_output, "katex");
        Directory.CreateDirectory(Path.Combine(copy, "fonts"));
        foreach (var file in (string[])["katex.min.js", "katex.min.css"])
            File.Copy(Path.Combine(dist, file), Path.Combine(copy, file));
        foreach (var font in Directory.EnumerateFiles(Path.Combine(dist, "fonts")))
            File.Copy(font, Path.Combine(copy, "fonts", Path.GetFileName(font)));
        SampleCourse.Write(_folder);
        await using var reader = await OpenAsync("solutions/05-solutions.html", online: false);
        await reader.Page.GotoAsync(Address("05-activation-functions.html"));

        await reader.UntilAsync("() => document.documentElement.dataset.typeset === 'true'");

        Assert.Empty(reader.Errors);
        Assert.Empty(reader.Outside);
    }

    [Fact]
    public async Task Theme_Switched_IsRememberedOnTheNextPage()
    {
        const string Background = "() => getComputedStyle(document.body).backgroundColor";
        await using var reader = await OpenAsync("05-activation-functions.html");
        var light = await reader.AskAsync<string>(Background);

        await reader.Page.ClickAsync("button.theme");
        var dark = await reader.AskAsync<string>(Background);
        await reader.Page.GotoAsync(Address("06-derivatives.html"));

        Assert.NotEqual(light, dark);
        Assert.Equal(dark, await reader.AskAsync<string>(Background));
        await reader.Page.ClickAsync("button.theme");
        Assert.Equal(light, await reader.AskAsync<string>(Background));
    }

    [Fact]
    public async Task Contents_OnAPhone_OpenAndCloseByKeyboard()
    {
        await using var reader = await OpenAsync("06-derivatives.html", width: 400);
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
        await using var reader = await OpenAsync("06-derivatives.html");
        await reader.SettledAsync();

        await reader.AskAsync<object?>("() => { document.getElementById('62-by-a-difference').scrollIntoView(); return null; }");

        await reader.UntilAsync("() => document.querySelector('.headings a[aria-current]')?.hash === '#62-by-a-difference'");
    }

    [Fact]
    public async Task Copy_Clicked_PutsTheCodeOnTheClipboard()
    {
        await using var reader = await OpenAsync("05-activation-functions.html");
        await reader.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);

        await reader.Page.Locator("#cell-4 .copy").ClickAsync();
        await reader.UntilAsync("() => document.querySelector('#cell-4 .copy').textContent === 'Copied'");

        Assert.StartsWith("// The slope, by hand: two sides of one formula.\nstatic double Sigmoid(double z) =>",
            await reader.AskAsync<string>("() => navigator.clipboard.readText()"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_ByKeyboard_FindsInAllChaptersAndSaysWhenNot()
    {
        await using var reader = await OpenAsync("solutions/05-solutions.html");

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
        await using var reader = await OpenAsync("05-activation-functions.html");
        await reader.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        await reader.AskAsync<object?>("() => { dispatchEvent(new Event('beforeprint')); return null; }");

        Assert.True(await reader.AskAsync<bool>("() => document.querySelector('article .prose details').open"));
        Assert.False(await reader.Page.Locator("#sidebar").IsVisibleAsync());
    }

    [Fact]
    public void Page_WithoutScripts_IsStillReadable()
    {
        var page = File.ReadAllText(Path.Combine(_output, "06-derivatives.html"));

        Assert.Contains("<nav id=\"sidebar\"", page, StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"61-by-hand\">6.1 By hand", page, StringComparison.Ordinal);
        Assert.Contains("href=\"05-activation-functions.html\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KatexHashes_AreThoseOfThePinnedPackage()
    {
        var dist = await KatexCopy.FolderAsync();
        Assert.SkipWhen(dist is null, "npm cannot fetch KaTeX here.");

        Assert.Equal(Katex.ScriptHash, Hash(Path.Combine(dist, "katex.min.js")));
        Assert.Equal(Katex.StyleHash, Hash(Path.Combine(dist, "katex.min.css")));
    }

    private static string Hash(string path) =>
        "sha384-" + Convert.ToBase64String(System.Security.Cryptography.SHA384.HashData(File.ReadAllBytes(path)));

    private Task<Reader> OpenAsync(string page, int width = 1400, bool online = true) =>
        Reader.OpenAsync(_chromium, Address(page), width, online: online);

    private string Address(string page) => new Uri(Path.Combine(_output, page)).AbsoluteUri;
}

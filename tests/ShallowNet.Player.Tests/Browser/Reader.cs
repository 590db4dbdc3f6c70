using Microsoft.Playwright;

namespace ShallowNet.Player.Tests.Browser;

/// <summary>Somebody who reads a page: sees errors, and lets nothing out to the network.</summary>
internal sealed class Reader(IPage page, bool online) : VisitedPage(page)
{
    private static readonly string Network = Katex.For("/nowhere").Root;
    private static readonly Lazy<Task<string?>> Package = new(() => NpmPack.FolderAsync("katex", Katex.Version));

    /// <summary>KaTeX as its CDN serves it: the npm package's folder "dist"; null where there is no npm or no network.</summary>
    public static async Task<string?> KatexAsync() => await Package.Value is { } package ? Path.Combine(package, "dist") : null;

    public static async Task<Reader> OpenAsync(Chromium chromium, string address, int width = 1400, bool online = true)
    {
        var context = await chromium.Browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(60_000);
        var reader = new Reader(await context.NewPageAsync(), online);
        await context.RouteAsync(new Regex(@"^http(?!://127\.0\.0\.1)"), reader.AnswerAsync);
        await reader.Page.GotoAsync(address);
        return reader;
    }

    public Task<int> CountAsync(string selector) => Page.Locator(selector).CountAsync();

    public async Task HoldsAsync(string condition) => Assert.True(await AskAsync<bool>("() => " + condition), condition);

    /// <summary>No error, and nothing asked for outside this machine.</summary>
    public void MetNothingBad() => Assert.Multiple(() => Assert.Empty(Errors), () => Assert.Empty(Outside));

    /// <summary>Waits, without a limit that a slow machine could miss soon, until an expression is true.</summary>
    public async Task UntilAsync(string condition)
    {
        for (var tries = 0; !await AskAsync<bool>(condition); tries++)
        {
            Assert.True(tries < 1200, $"Never came true: {condition}\n{string.Join('\n', Errors)}");
            await Task.Delay(50);
        }
    }

    /// <summary>Waits until the page's address fits, and the page there is loaded; WaitForURLAsync misses an arrival at times.</summary>
    public async Task ArriveAsync(Func<string, bool> fits)
    {
        for (var tries = 0; !fits(Page.Url); tries++)
        {
            Assert.True(tries < 1200, $"Stayed at {Page.Url}");
            await Task.Delay(50);
        }
        await Page.WaitForLoadStateAsync();
    }

    /// <summary>Shows what is folded, and waits until every figure has drawn, or has said that it cannot, and TeX is typeset.</summary>
    public async Task SettledAsync()
    {
        await Page.EvaluateAsync("() => document.querySelectorAll('article details').forEach(d => { d.open = true; })");
        await UntilAsync(EveryFigureIsDone);
        if (online && await KatexAsync() is not null)
            await UntilAsync("() => !document.querySelector('.math') || document.documentElement.dataset.typeset === 'true'");
    }

    public override async ValueTask DisposeAsync() => await Page.Context.CloseAsync();

    private async Task AnswerAsync(IRoute route)
    {
        var url = route.Request.Url;
        if (!url.StartsWith(Network, StringComparison.Ordinal))
        {
            Outside.Add(url);
        }
        else if (online && await KatexAsync() is { } folder)
        {
            var headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" };
            await route.FulfillAsync(new() { Path = Path.Combine(folder, url[Network.Length..]), Headers = headers });
            return;
        }
        await route.AbortAsync("internetdisconnected");
    }
}

using Microsoft.Playwright;
using ShallowNet.Player.Book;

namespace ShallowNet.Player.Tests.Browser;

/// <summary>Somebody who reads a page: sees errors, and lets nothing out to the network.</summary>
internal sealed class Reader : IAsyncDisposable
{
    private static readonly string Network = Katex.For("/nowhere").Root;

    private readonly IBrowserContext _context;
    private readonly bool _online;

    private Reader(IBrowserContext context, IPage page, bool online) => (_context, Page, _online) = (context, page, online);

    public IPage Page { get; }

    /// <summary>Errors on the console and uncaught exceptions.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>Addresses asked for outside this machine, KaTeX apart.</summary>
    public List<string> Outside { get; } = [];

    public static async Task<Reader> OpenAsync(Chromium chromium, string address, int width = 1400, bool dark = false, bool online = true)
    {
        var context = await chromium.Browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(60_000);
        var reader = new Reader(context, await context.NewPageAsync(), online);
        reader.Page.Console += (_, message) => reader.Keep(message.Type == "error", message.Text);
        reader.Page.PageError += (_, error) => reader.Keep(true, error);
        await context.RouteAsync(
            url => url.StartsWith("http", StringComparison.Ordinal)
            && !url.StartsWith("http://127.0.0.1", StringComparison.Ordinal), reader.AnswerAsync);
        await reader.Page.GotoAsync(address);
        return reader;
    }

    public Task<T> AskAsync<T>(string script) => Page.EvaluateAsync<T>(script);

    /// <summary>Waits, without a limit that a slow machine could miss soon, until an expression is true.</summary>
    public async Task UntilAsync(string condition)
    {
        for (var tries = 0; tries < 1200; tries++)
        {
            if (await AskAsync<bool>(condition))
                return;
            await Task.Delay(50);
        }
        Assert.Fail($"Never came true: {condition}\n{string.Join('\n', Errors)}");
    }

    /// <summary>Waits until the page's address fits, and the page there is loaded.</summary>
    public async Task ArriveAsync(Func<string, bool> fits)
    {
        for (var tries = 0; tries < 1200 && !fits(Page.Url); tries++)
            await Task.Delay(50);
        Assert.True(fits(Page.Url), $"Stayed at {Page.Url}");
        await Page.WaitForLoadStateAsync();
    }

    /// <summary>Shows what is folded, and waits until every figure has drawn, or has said that it cannot, and TeX is typeset.</summary>
    public async Task SettledAsync()
    {
        await Page.EvaluateAsync("() => document.querySelectorAll('article details').forEach(d => { d.open = true; })");
        // Figures draw when they come near the screen: so the page is scrolled from one to the next.
        await UntilAsync("""
            () => {
              const next = Array.from(document.querySelectorAll('.sn-figure')).find(f => f.clientWidth && !f.dataset.drawn && !f.dataset.missing);
              (next || document.body).scrollIntoView();
              return !next;
            }
            """);
        if (_online && await KatexCopy.FolderAsync() is not null)
            await UntilAsync("() => !document.querySelector('.math') || document.documentElement.dataset.typeset === 'true'");
    }

    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    private void Keep(bool isWrong, string text)
    {
        // Chromium says that a request failed which this test refuses on purpose.
        if (isWrong && !text.Contains("net::ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal))
            Errors.Add(text);
    }

    private async Task AnswerAsync(IRoute route)
    {
        var url = route.Request.Url;
        if (!url.StartsWith(Network, StringComparison.Ordinal))
        {
            Outside.Add(url);
        }
        else if (_online && await KatexCopy.FolderAsync() is { } folder)
        {
            var headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" };
            await route.FulfillAsync(new() { Path = Path.Combine(folder, url[Network.Length..]), Headers = headers });
            return;
        }
        await route.AbortAsync("internetdisconnected");
    }
}

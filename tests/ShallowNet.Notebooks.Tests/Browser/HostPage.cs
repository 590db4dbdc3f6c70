using System.Text;
using Microsoft.Playwright;

namespace ShallowNet.Notebooks.Tests;

internal sealed record PageOptions
{
    public int Width { get; init; } = 800;
    public bool Dark { get; init; }

    /// <summary>Whether plotly.js's CDN answers (from the copy in the Plotly.NET package).</summary>
    public bool Online { get; init; } = true;

    /// <summary>What stands in the page's head.</summary>
    public string Head { get; init; } = "";

    /// <summary>Further files of the page's own server, by path.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();
}

/// <summary>A bare page as a notebook host has it, with every request answered here and all errors kept.</summary>
internal sealed class HostPage : IAsyncDisposable
{
    private const string Origin = "http://notebook.test/";

    private static readonly Lazy<byte[]> Library = new(() => Encoding.UTF8.GetBytes(Plotlyjs.Source()));

    private readonly IBrowserContext _context;

    private HostPage(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>Errors on the console and uncaught exceptions.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>Addresses asked outside the page's own server.</summary>
    public List<string> Outside { get; } = [];

    public static async Task<HostPage> OpenAsync(IBrowser browser, string body, PageOptions options)
    {
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = options.Width, Height = 700 },
            ColorScheme = options.Dark ? ColorScheme.Dark : ColorScheme.Light,
        });
        context.SetDefaultTimeout(60_000);
        var host = new HostPage(context, await context.NewPageAsync());
        host.Page.Console += (_, message) => host.Keep(message.Type == "error", message.Text);
        host.Page.PageError += (_, error) => host.Keep(true, error);
        await context.RouteAsync("**/*", route => host.AnswerAsync(route, body, options));
        await host.Page.GotoAsync(Origin);
        return host;
    }

    /// <summary>Scrolls from figure to figure until every one has drawn or has said that it cannot.</summary>
    public async Task SettledAsync() => await Page.WaitForFunctionAsync(
        """
        () => {
          const next = Array.from(document.querySelectorAll('.sn-figure')).find(f => f.clientWidth && !f.dataset.drawn && !f.dataset.missing);
          (next || document.body).scrollIntoView();
          return !next;
        }
        """, null, new() { Timeout = 60_000 });

    /// <summary>How many marks each figure drew: paths, points, bars, images, or a canvas of WebGL.</summary>
    public async Task<int[]> MarksAsync() => await Page.EvaluateAsync<int[]>(
        """
        () => Array.from(document.querySelectorAll('.sn-figure')).map(f => f.querySelectorAll(
          '.scatterlayer .trace path, .barlayer .point path, .heatmaplayer image, .contourlayer path, .gl-container canvas').length)
        """);

    public async Task<T> EvaluateAsync<T>(string script) => await Page.EvaluateAsync<T>(script);

    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    private void Keep(bool isError, string text)
    {
        // Chromium reports a request that this test refuses on purpose.
        if (isError && !text.Contains("net::ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal))
            Errors.Add(text);
    }

    private async Task AnswerAsync(IRoute route, string body, PageOptions options)
    {
        var url = route.Request.Url;
        if (url == Origin)
        {
            await route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = Html(body, options) });
        }
        else if (url == Origin + "favicon.ico")
        {
            await route.FulfillAsync(new() { Status = 204 });
        }
        else if (url == Origin + "assets/plotly.min.js")
        {
            await route.FulfillAsync(new() { ContentType = "text/javascript; charset=utf-8", BodyBytes = Library.Value });
        }
        else if (url.StartsWith(Origin, StringComparison.Ordinal) && options.Files.TryGetValue(url[Origin.Length..], out var file))
        {
            await route.FulfillAsync(new() { ContentType = "text/javascript; charset=utf-8", Body = file });
        }
        else
        {
            Outside.Add(url);
            if (options.Online && url == Plotlyjs.Url)
            {
                await route.FulfillAsync(new()
                {
                    ContentType = "text/javascript; charset=utf-8",
                    BodyBytes = Library.Value,
                    Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" },
                });
            }
            else
            {
                await route.AbortAsync("internetdisconnected");
            }
        }
    }

    private static string Html(string body, PageOptions options) => string.Create(CultureInfo.InvariantCulture, $$"""
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Notebook</title>
        <style>
          body { margin: 16px; font-family: sans-serif; background: #ffffff; color: #202020 }
          @media (prefers-color-scheme: dark) { body { background: #1e1e1e; color: #d4d4d4 } }
          body.night { background: #000000; color: #ffffff }
        </style>{{options.Head}}</head><body>{{body}}</body></html>
        """);
}

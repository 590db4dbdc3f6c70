using Microsoft.Playwright;

namespace ShallowNet.Notebooks.Tests;

/// <param name="Width">Of the window, in pixels.</param>
/// <param name="Dark">Whether the reader prefers dark pages.</param>
/// <param name="Online">Whether plotly.js's CDN answers (from the copy in the Plotly.NET package).</param>
/// <param name="Head">What stands in the page's head.</param>
/// <param name="Files">Further files of the page's own server, by path.</param>
internal sealed record PageOptions(
    int Width = 800, bool Dark = false, bool Online = true, string Head = "", IReadOnlyDictionary<string, string>? Files = null);

/// <summary>
/// A bare page as a notebook host has it, with every request answered here. Errors on the console and uncaught exceptions fail the test as
/// the page closes.
/// </summary>
internal sealed class HostPage(IPage page, string body, PageOptions options) : VisitedPage(page)
{
    public const string Origin = "http://notebook.test/";

    private static readonly string Library = Plotlyjs.Source();

    /// <summary>Scrolls from figure to figure until every one has drawn or has said that it cannot.</summary>
    public Task SettledAsync() => UntilAsync(EveryFigureIsDone);

    public async Task EveryFigureDrewAsync() => Assert.All(await MarksAsync(), marks => Assert.True(marks > 0));

    public Task UntilAsync(string condition, object? argument = null) => Page.WaitForFunctionAsync(condition, argument);

    /// <summary>Shows an output as notebook hosts do: put the HTML in, then run its scripts.</summary>
    public Task ShowAsync(string html, string where = "body") => Page.EvaluateAsync(
        """
        ([html, where]) => {
          const place = document.createElement('div');
          place.innerHTML = html;
          document.querySelector(where).append(place);
          for (const old of place.querySelectorAll('script')) {
            const fresh = document.createElement('script');
            fresh.textContent = old.textContent;
            old.replaceWith(fresh);
          }
        }
        """, new[] { html, where });

    public override async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        Assert.Empty(Errors);
    }

    public async Task AnswerAsync(IRoute route)
    {
        var url = route.Request.Url;
        var path = url.StartsWith(Origin, StringComparison.Ordinal) ? url[Origin.Length..] : null;
        var answer = path switch
        {
            "" => Html,
            "favicon.ico" => "",
            "assets/plotly.min.js" => Library,
            not null => options.Files?.GetValueOrDefault(path),
            _ => options.Online && url == Plotlyjs.Url ? Library : null,
        };
        if (path is null || answer is null)
            Outside.Add(url);
        await (answer is null ? route.AbortAsync("internetdisconnected") : route.FulfillAsync(new()
        {
            ContentType = (path == "" ? "text/html" : "text/javascript") + "; charset=utf-8",
            Body = answer,
            Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" },
        }));
    }

    private string Html => $$"""
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Notebook</title>
        <style>
          body { margin: 16px; font-family: sans-serif; background: #ffffff; color: #202020 }
          @media (prefers-color-scheme: dark) { body { background: #1e1e1e; color: #d4d4d4 } }
          body.night { background: #000000; color: #ffffff }
        </style>{{options.Head}}</head><body>{{body}}</body></html>
        """;
}

internal static class HostPages
{
    public static async Task<HostPage> OpenAsync(this Chromium chromium, string body, PageOptions? options = null)
    {
        options ??= new PageOptions();
        var context = await chromium.Browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = options.Width, Height = 700 },
            ColorScheme = options.Dark ? ColorScheme.Dark : ColorScheme.Light,
        });
        context.SetDefaultTimeout(60_000);
        var host = new HostPage(await context.NewPageAsync(), body, options);
        await context.RouteAsync("**/*", host.AnswerAsync);
        await host.Page.GotoAsync(HostPage.Origin);
        return host;
    }

    /// <summary>Opens a page and waits until its figures have drawn or have said that they cannot.</summary>
    public static async Task<HostPage> OpenSettledAsync(this Chromium chromium, string body, PageOptions? options = null)
    {
        var host = await chromium.OpenAsync(body, options);
        await host.SettledAsync();
        return host;
    }
}

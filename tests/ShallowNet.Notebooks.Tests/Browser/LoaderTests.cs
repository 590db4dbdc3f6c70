namespace ShallowNet.Notebooks.Tests;

/// <summary>plotly.js comes once a page, with and without require.js, online and offline.</summary>
[Collection("browser")]
public sealed class LoaderTests(Chromium chromium)
{
    private const string RequireJs = "<script src=\"require.js\"></script>";

    private static string Two => Gallery.Html("curves", "dots");

    [Theory]
    [InlineData(true, "", 1)]
    [InlineData(false, "<script src=\"assets/plotly.min.js\"></script>", 0)]
    [InlineData(false, "<script>window.shallowNet = { plotlyUrl: 'assets/plotly.min.js' }</script>", 0)]
    public async Task TwoFigures_OnlineOrWithACopyOrAFile_LoadTheLibraryOnce(bool online, string head, int asked)
    {
        await using var host = await chromium.OpenSettledAsync(Two, new(Online: online, Head: head));
        await host.EveryFigureDrewAsync();
        Assert.Equal(asked, host.Outside.Count);
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task RequireJsBeforeOrAfterTheFigures_Online_BothWorkAndOtherModulesAreLeftAlone(bool before)
    {
        // A module of the page's own loads at the same time and must still find an AMD loader.
        const string Module = "<script>require(['mine'], function (mine) { document.title = mine.says + typeof define.amd; });</script>";
        var body = before ? RequireJs + Two + Module : Two + RequireJs + Module;
        await using var host = await chromium.OpenSettledAsync(body, await WithRequireJsAsync());
        await host.UntilAsync("() => document.title === 'AMD object'");
        await host.EveryFigureDrewAsync();
        Assert.Equal("function object", await host.AskAsync<string>(
            "() => typeof define + ' ' + typeof Object.getOwnPropertyDescriptor(define, 'amd').value"));
    }

    [Fact]
    public async Task LibraryPutIntoThePage_WithRequireJs_SetsTheGlobal()
    {
        var options = await WithRequireJsAsync() with { Online = false };
        await using var host = await chromium.OpenSettledAsync(RequireJs + Course.PutPlotlyInThePage().ToHtml() + Two, options);
        await host.EveryFigureDrewAsync();
        Assert.Empty(host.Outside);
    }

    [Fact]
    public async Task NoLibrary_Offline_SaysWhatToDoAndDrawsOnceItIsThere()
    {
        await using var host = await chromium.OpenSettledAsync(Two, new(Online: false));
        Expect.In(await host.Page.InnerTextAsync(".sn-note >> nth=0"), "Course.PutPlotlyInThePage()");
        Assert.Equal(2, await host.Page.Locator("[data-missing] .sn-plot[role=group] button").CountAsync());
        await host.ShowAsync(Course.PutPlotlyInThePage().ToHtml());
        await host.UntilAsync("() => document.querySelectorAll('[data-drawn] .sn-plot[role=img]').length === 2");
        await host.EveryFigureDrewAsync();
    }

    [Fact]
    public async Task LibraryOfAnotherContent_Online_IsRefused()
    {
        await using var host = await chromium.OpenAsync("", new(Online: false));
        await host.Page.RouteAsync(Plotlyjs.Url, route => route.FulfillAsync(new()
        {
            ContentType = "text/javascript",
            Body = "window.Plotly = { newPlot() { document.title = 'taken over' } }",
            Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" },
        }));

        await host.ShowAsync(Two);
        await host.SettledAsync();

        Assert.Equal("undefined", await host.AskAsync<string>("() => typeof window.Plotly"));
        Assert.Equal(2, await host.Page.Locator("[data-missing]").CountAsync());
        // Chromium says what it refused.
        host.Errors.Clear();
    }

    /// <summary>A page whose server has require.js; skipped where there is no npm or no network.</summary>
    private static async Task<PageOptions> WithRequireJsAsync()
    {
        var folder = await NpmPack.FolderAsync("requirejs", "2.3.8");
        Assert.SkipWhen(folder is null, "require.js could not be fetched with npm: pages with an AMD loader are not tried by this run.");
        return new(Files: new Dictionary<string, string>
        {
            ["require.js"] = await File.ReadAllTextAsync(Path.Combine(folder, "require.js")),
            ["mine.js"] = "define([], function () { return { says: 'AMD ' }; });",
        });
    }
}

namespace ShallowNet.Notebooks.Tests;

/// <summary>plotly.js comes once a page, with and without require.js, online and offline.</summary>
[Collection("browser")]
public sealed class LoaderTests(Chromium chromium)
{
    private static string Two => Gallery.Figures["curves"].ToHtml() + Gallery.Figures["bars"].ToHtml();

    [Fact]
    public async Task TwoFigures_Online_LoadTheLibraryOnce()
    {
        await using var host = await chromium.OpenAsync(Two);

        await host.SettledAsync();

        Assert.All(await host.MarksAsync(), marks => Assert.True(marks > 0));
        Assert.Single(host.Outside);
        Assert.Empty(host.Errors);
    }

    [Fact]
    public async Task PageWithRequireJs_Online_DrawsAndLeavesOtherModulesAlone()
    {
        var requireJs = await RequireJsAsync();
        // A module of the page's own loads at the same time and must still find an AMD loader.
        const string Module = "<script>require(['mine'], function (mine) { document.title = mine.says + typeof define.amd; });</script>";
        await using var host = await chromium.OpenAsync("<script src=\"require.js\"></script>" + Two + Module, new()
        {
            Files = new Dictionary<string, string>
            {
                ["require.js"] = requireJs,
                ["mine.js"] = "define([], function () { return { says: 'AMD ' }; });"
            },
        });

        await host.SettledAsync();
        await host.Page.WaitForFunctionAsync("() => document.title === 'AMD object'");

        Assert.All(await host.MarksAsync(), marks => Assert.True(marks > 0));
        Assert.Empty(host.Errors);
        Assert.Equal("object", await host.EvaluateAsync<string>("() => typeof Object.getOwnPropertyDescriptor(define, 'amd').value"));
    }

    [Fact]
    public async Task RequireJsThatComesAfterTheFigures_Online_BothWork()
    {
        var requireJs = await RequireJsAsync();
        await using var host = await chromium.OpenAsync(Two + "<script src=\"require.js\"></script>",
            new() { Files = new Dictionary<string, string> { ["require.js"] = requireJs } });

        await host.SettledAsync();

        Assert.All(await host.MarksAsync(), marks => Assert.True(marks > 0));
        Assert.Equal("function object", await host.EvaluateAsync<string>("() => typeof define + ' ' + typeof define.amd"));
        Assert.Empty(host.Errors);
    }

    [Fact]
    public async Task PageWithItsOwnCopy_Offline_DrawsFromIt()
    {
        await using var host = await chromium.OpenAsync(Two,
            new() { Online = false, Head = "<script src=\"assets/plotly.min.js\"></script>" });

        await host.SettledAsync();

        Assert.All(await host.MarksAsync(), marks => Assert.True(marks > 0));
        Assert.Empty(host.Outside);
        Assert.Empty(host.Errors);
    }

    [Fact]
    public async Task PageThatNamesAFile_Offline_LoadsThatFile()
    {
        await using var host = await chromium.OpenAsync(Two,
            new() { Online = false, Head = "<script>window.shallowNet = { plotlyUrl: 'assets/plotly.min.js' }</script>" });

        await host.SettledAsync();

        Assert.All(await host.MarksAsync(), marks => Assert.True(marks > 0));
        Assert.Empty(host.Outside);
        Assert.Empty(host.Errors);
    }

    [Fact]
    public async Task NoLibrary_Offline_SaysWhatToDoAndDrawsOnceItIsThere()
    {
        await using var host = await chromium.OpenAsync(Two, new() { Online = false });
        await host.SettledAsync();

        Assert.Contains("Course.PutPlotlyInThePage()", await host.Page.InnerTextAsync(".sn-note >> nth=0"), StringComparison.Ordinal);
        Assert.Equal(2, await host.EvaluateAsync<int>(
            "() => document.querySelectorAll('[data-missing] .sn-plot[role=group] button').length"));

        await ShowAsync(host, Course.PutPlotlyInThePage().ToHtml());
        await host.Page.WaitForFunctionAsync("() => document.querySelectorAll('[data-drawn] .sn-plot[role=img]').length === 2");

        Assert.All(await host.MarksAsync(), marks => Assert.True(marks > 0));
        Assert.Empty(host.Errors);
    }

    [Fact]
    public async Task LibraryPutIntoThePage_WithRequireJs_SetsTheGlobal()
    {
        var requireJs = await RequireJsAsync();
        await using var host = await chromium.OpenAsync("<script src=\"require.js\"></script>" + Course.PutPlotlyInThePage().ToHtml() + Two,
            new() { Online = false, Files = new Dictionary<string, string> { ["require.js"] = requireJs } });

        await host.SettledAsync();

        Assert.All(await host.MarksAsync(), marks => Assert.True(marks > 0));
        Assert.Empty(host.Outside);
        Assert.Empty(host.Errors);
    }

    [Fact]
    public async Task LibraryOfAnotherContent_Online_IsRefused()
    {
        await using var host = await chromium.OpenAsync("", new() { Online = false });
        await host.Page.RouteAsync(Plotlyjs.Url, route => route.FulfillAsync(new()
        {
            ContentType = "text/javascript",
            Body = "window.Plotly = { newPlot() { document.title = 'taken over' } }",
            Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" },
        }));

        await ShowAsync(host, Two);
        await host.SettledAsync();

        Assert.Equal("undefined", await host.EvaluateAsync<string>("() => typeof window.Plotly"));
        Assert.Equal(2, await host.EvaluateAsync<int>("() => document.querySelectorAll('[data-missing]').length"));
    }

    /// <summary>As notebook hosts do: put the HTML in, then run its scripts.</summary>
    internal static async Task ShowAsync(HostPage host, string html, string where = "body") => await host.Page.EvaluateAsync(
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

    private static async Task<string> RequireJsAsync()
    {
        var text = await NpmPackage.FileAsync("requirejs", "2.3.8", "require.js");
        Assert.SkipWhen(text is null, "require.js could not be fetched with npm: pages with an AMD loader are not tried by this run.");
        return text!;
    }
}

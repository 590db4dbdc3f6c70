using Microsoft.Playwright;

namespace ShallowNet.Notebooks.Tests;

/// <summary>What happens to a figure while a page lives: hidden, run again, resized, recolored, played.</summary>
[Collection("browser")]
public sealed class PageLifeTests(Chromium chromium)
{
    [Fact]
    public async Task FigureInAFoldedBlock_Unfolded_DrawsAtItsFullWidth()
    {
        await using var host = await chromium.OpenAsync($"<details><summary>more</summary>{Gallery.Figures["curves"].ToHtml()}</details>");
        await host.Page.WaitForTimeoutAsync(300);
        Assert.Equal(0, (await host.MarksAsync()).Single());

        await host.Page.ClickAsync("summary");
        await host.SettledAsync();

        Assert.True(await host.EvaluateAsync<bool>("() => document.querySelector('.main-svg').clientWidth > 700"));
        Assert.Empty(host.Errors);
    }

    [Fact]
    public async Task CellRunAgain_SameAndNewOutput_DrawsBoth()
    {
        var figure = Gallery.Figures["scatter"];
        var html = figure.ToHtml();
        await using var host = await chromium.OpenAsync("<div id=\"cell\"></div>");
        await LoaderTests.ShowAsync(host, html, "#cell");
        await host.SettledAsync();

        await host.EvaluateAsync<int>("() => { document.querySelector('#cell').textContent = ''; return 0; }");
        await LoaderTests.ShowAsync(host, figure.ToHtml(), "#cell");
        await LoaderTests.ShowAsync(host, html, "#cell");
        await LoaderTests.ShowAsync(host, html, "#cell");
        await host.SettledAsync();

        Assert.Equal(3, (await host.MarksAsync()).Count(marks => marks > 0));
        Assert.Empty(host.Errors);
    }

    [Fact]
    public async Task PageThatTurnsDark_DrawnFigure_TakesItsColors()
    {
        await using var host = await chromium.OpenAsync(Gallery.Figures["curves"].ToHtml());
        await host.SettledAsync();
        const string Ink = "() => getComputedStyle(document.querySelector('.xtitle')).fill";
        var day = await host.EvaluateAsync<string>(Ink);

        await host.EvaluateAsync<int>("() => { document.body.className = 'night'; return 0; }");
        await host.Page.WaitForFunctionAsync("() => getComputedStyle(document.querySelector('.xtitle')).fill === 'rgb(255, 255, 255)'");

        Assert.Equal("rgb(32, 32, 32)", day);
        await host.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await host.EvaluateAsync<int>("() => { document.body.className = ''; return 0; }");
        await host.Page.WaitForFunctionAsync("() => getComputedStyle(document.querySelector('.xtitle')).fill === 'rgb(212, 212, 212)'");
        Assert.Empty(host.Errors);
    }

    [Fact]
    public async Task SmallMultiples_NarrowedPage_StackThemselves()
    {
        await using var host = await chromium.OpenAsync(Gallery.Figures["boundaries"].ToHtml(), new() { Width = 1000 });
        await host.SettledAsync();
        const string Lefts =
            "() => new Set(Array.from(document.querySelectorAll('.annotation-text')).map(t => { const b = t.getBoundingClientRect(); "
            + "return Math.round((b.left + b.right) / 20); })).size";
        Assert.Equal(2, await host.EvaluateAsync<int>(Lefts));

        await host.Page.SetViewportSizeAsync(340, 700);
        await host.Page.WaitForFunctionAsync($"() => ({Lefts})() === 1");

        Assert.True(await host.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        Assert.Empty(host.Errors);
    }

    [Fact]
    public async Task Slider_ArrowKey_MovesTheFigureAndSaysWhere()
    {
        await using var host = await chromium.OpenAsync(Gallery.Figures["boundary over epochs"].ToHtml());
        await host.SettledAsync();
        const string Border = "() => document.querySelector('.contourlayer path.openline').getAttribute('d')";
        var before = await host.EvaluateAsync<string>(Border);

        await host.Page.FocusAsync("input[type=range]");
        await host.Page.Keyboard.PressAsync("Home");
        for (var i = 0; i < 5; i++)
            await host.Page.Keyboard.PressAsync("ArrowRight");
        await host.Page.WaitForFunctionAsync(
            "before => document.querySelector('.contourlayer path.openline')?.getAttribute('d') !== before", before);

        Assert.StartsWith("epoch 50, cost", await host.Page.GetAttributeAsync("input[type=range]", "aria-valuetext"),
            StringComparison.Ordinal);
        Assert.StartsWith("epoch 50, cost", await host.Page.InnerTextAsync("output"), StringComparison.Ordinal);
        Assert.Empty(host.Errors);
    }

    [Fact]
    public async Task PlayButton_Pressed_RunsToTheEnd()
    {
        await using var host = await chromium.OpenAsync(Gallery.Figures["boundary over epochs"].ToHtml());
        await host.SettledAsync();

        await host.Page.ClickAsync("button[aria-label=Play]");
        await host.Page.WaitForFunctionAsync("() => document.querySelector('input[type=range]').value === '2'");
        Assert.Equal(1, await host.Page.Locator("button[aria-label=Pause]").CountAsync());
        await host.Page.WaitForFunctionAsync("() => document.querySelector('output').textContent.startsWith('epoch 200')", null,
            new() { Timeout = 60_000 });

        await host.Page.WaitForSelectorAsync("button[aria-label=Play]");
        Assert.Empty(host.Errors);
    }

    [Fact]
    public async Task LegendKey_Pressed_HidesItsCurveInBothPanels()
    {
        await using var host = await chromium.OpenAsync(Gallery.Figures["activations"].ToHtml());
        await host.SettledAsync();
        const string Curves = "() => document.querySelectorAll('.scatterlayer .trace').length";
        // Five functions, five slopes, and the dots at the jumps of two of these.
        Assert.Equal(12, await host.EvaluateAsync<int>(Curves));

        await host.Page.ClickAsync("button.sn-key:has-text('tanh')");
        await host.Page.WaitForFunctionAsync($"() => ({Curves})() === 10");

        Assert.Equal("false", await host.Page.GetAttributeAsync("button.sn-key:has-text('tanh')", "aria-pressed"));
        await host.Page.ClickAsync("button.sn-key:has-text('tanh')");
        await host.Page.WaitForFunctionAsync($"() => ({Curves})() === 12");
        Assert.Empty(host.Errors);
    }

    [Fact]
    public async Task TransparentPageOfVsCode_DarkTheme_TakesPaperFromTheEditorsVariable()
    {
        await using var host = await chromium.OpenAsync(Gallery.Figures["dots"].ToHtml(), new()
        {
            Head = "<style>html { --vscode-editor-background: #0a141e } body { background: transparent !important; color: #eeeeee "
                + "!important }</style>",
        });

        await host.SettledAsync();

        Assert.Equal("rgb(10, 20, 30)",
            await host.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.scatterlayer .point')).stroke"));
        Assert.Equal("rgb(238, 238, 238)",
            await host.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.ytitle')).fill"));
        Assert.Empty(host.Errors);
    }

    [Fact]
    public async Task FigureFarBelow_BeforeAndAfterScrolling_DrawsWhenItComesNear()
    {
        const string Far = "<div style=\"height:6000px\"></div>";
        await using var host = await chromium.OpenAsync(Gallery.Figures["curves"].ToHtml() + Far + Gallery.Figures["bars"].ToHtml());
        await host.Page.WaitForFunctionAsync("() => document.querySelector('.sn-figure').dataset.drawn");
        await host.Page.WaitForTimeoutAsync(500);
        Assert.Equal(0, (await host.MarksAsync())[1]);

        await host.EvaluateAsync<int>("() => { scrollTo(0, 5500); return 0; }");
        await host.Page.WaitForFunctionAsync("() => document.querySelectorAll('.sn-figure[data-drawn]').length === 2");

        Assert.All(await host.MarksAsync(), marks => Assert.True(marks > 0));
        Assert.Empty(host.Errors);
    }

    [Fact]
    public async Task PageThatIsPrinted_FiguresNotYetNear_AreDrawnAtOnceAtTheWidthOfAPage()
    {
        const string Far = "<div style=\"height:6000px\"></div>";
        await using var host = await chromium.OpenAsync(Far + Gallery.Figures["boundaries"].ToHtml() + Gallery.Figures["cost bands"]
            .ToHtml(), new() { Width = 1400 });
        await host.Page.WaitForFunctionAsync("() => window.Plotly");
        Assert.All(await host.MarksAsync(), marks => Assert.Equal(0, marks));

        var inTheSameTask = await host.EvaluateAsync<int>(
            "() => { dispatchEvent(new Event('beforeprint')); return Array.from(document.querySelectorAll('.main-svg')).filter(svg => "
                + "svg.clientWidth && svg.clientWidth <= 660).length; }");
        await host.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await host.Page.SetViewportSizeAsync(500, 700);

        Assert.True(inTheSameTask >= 2, "the figures were not drawn before the page was printed");
        Assert.True(await host.EvaluateAsync<bool>(
            "() => Array.from(document.querySelectorAll('.main-svg')).every(svg => svg.getBoundingClientRect().right <= innerWidth)"),
                "a figure is cut");
        await host.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await host.Page.SetViewportSizeAsync(1400, 700);
        await host.EvaluateAsync<int>("() => { dispatchEvent(new Event('afterprint')); scrollTo(0, 6000); return 0; }");
        await host.Page.WaitForFunctionAsync("() => document.querySelector('.main-svg').clientWidth === 840");
        Assert.Empty(host.Errors);
    }

    [Fact]
    public async Task WheelOverASurface_Turned_ScrollsThePageAndLeavesTheSurface()
    {
        await using var host = await chromium.OpenAsync(Gallery.Figures["surface"].ToHtml() + "<div style=\"height:3000px\"></div>");
        await host.SettledAsync();
        const string Eye = "() => JSON.stringify(document.querySelector('.sn-plot')._fullLayout.scene._scene.getCamera().eye)";
        var before = await host.EvaluateAsync<string>(Eye);

        await host.Page.HoverAsync(".sn-plot");
        await host.Page.Mouse.WheelAsync(0, 300);
        await host.Page.WaitForFunctionAsync("() => scrollY > 100");

        Assert.Equal(before, await host.EvaluateAsync<string>(Eye));
        Assert.Empty(host.Errors);
    }

    [Fact]
    public async Task ThemeOfVerso_OnlyAStyleInTheHeadChanges_FigureFollows()
    {
        await using var host = await chromium.OpenAsync(Gallery.Figures["curves"].ToHtml(),
            new() { Head = "<style id=\"verso-theme\"></style>" });
        await host.SettledAsync();

        await host.EvaluateAsync<int>(
            "() => { document.getElementById('verso-theme').textContent = 'body { background: #101418 !important; color: #f0f0f0 "
            + "!important }'; return 0; }");
        await host.Page.WaitForFunctionAsync("() => getComputedStyle(document.querySelector('.xtitle')).fill === 'rgb(240, 240, 240)'");

        Assert.Equal(Palette.OnDark[Palette.Blue], await Stroke(host));
        Assert.Empty(host.Errors);
    }

    [Fact]
    public async Task DarkPage_SeriesOfTheCourse_AreDrawnInTheLighterTwins()
    {
        await using var light = await chromium.OpenAsync(Gallery.Figures["curves"].ToHtml());
        await using var dark = await chromium.OpenAsync(Gallery.Figures["curves"].ToHtml(), new() { Dark = true });
        await light.SettledAsync();
        await dark.SettledAsync();

        Assert.Equal(Palette.Blue, await Stroke(light));
        Assert.Equal(Palette.OnDark[Palette.Blue], await Stroke(dark));
    }

    [Fact]
    public async Task LegendOfAFigure_LibraryMissing_HasItsSymbols()
    {
        await using var host = await chromium.OpenAsync(Gallery.Figures["activations"].ToHtml(), new() { Online = false });

        await host.Page.WaitForFunctionAsync("() => document.querySelectorAll('.sn-swatch svg line').length === 5");

        Assert.Empty(host.Errors);
    }

    private static async Task<string> Stroke(HostPage host) => await host.EvaluateAsync<string>(
        "() => '#' + getComputedStyle(document.querySelector('.scatterlayer .js-line')).stroke.match(/\\d+/g).map(n => "
            + "(+n).toString(16).padStart(2, '0')).join('').toUpperCase()");
}

using Microsoft.Playwright;

namespace ShallowNet.Notebooks.Tests;

/// <summary>What happens to a figure while a page lives: hidden, run again, resized, recolored, played.</summary>
[Collection("browser")]
public sealed class PageLifeTests(Chromium chromium)
{
    private const string Far = "<div style=\"height:6000px\"></div>";
    private const string Ink = "() => getComputedStyle(document.querySelector('.xtitle')).fill";
    private const string Stroke = "() => '#' + getComputedStyle(document.querySelector('.scatterlayer .js-line')).stroke.match(/\\d+/g)"
        + ".map(n => (+n).toString(16).padStart(2, '0')).join('').toUpperCase()";

    [Fact]
    public async Task FigureInAFoldedBlock_Unfolded_DrawsAtItsFullWidth()
    {
        await using var host = await chromium.OpenAsync($"<details><summary>more</summary>{Gallery.Html("curves")}</details>");
        await host.Page.WaitForTimeoutAsync(300);
        Assert.Equal(0, (await host.MarksAsync()).Single());
        await host.Page.ClickAsync("summary");
        await host.SettledAsync();
        Assert.True(await host.AskAsync<bool>("() => document.querySelector('.main-svg').clientWidth > 700"));
    }

    [Fact]
    public async Task CellRunAgain_SameAndNewOutput_DrawsBoth()
    {
        var html = Gallery.Html("scatter");
        await using var host = await chromium.OpenAsync("<div id=\"cell\"></div>");
        await host.ShowAsync(html, "#cell");
        await host.SettledAsync();

        await host.Page.EvaluateAsync("() => { document.querySelector('#cell').textContent = ''; }");
        foreach (var output in new[] { Gallery.Html("scatter"), html, html })
            await host.ShowAsync(output, "#cell");
        await host.SettledAsync();

        Assert.Equal(3, (await host.MarksAsync()).Count(marks => marks > 0));
    }

    [Fact]
    public async Task PageThatTurnsDark_DrawnFigure_TakesItsColors()
    {
        await using var host = await chromium.OpenSettledAsync(Gallery.Html("curves"));
        Assert.Equal("rgb(32, 32, 32)", await host.AskAsync<string>(Ink));
        await host.Page.EvaluateAsync("() => { document.body.className = 'night'; }");
        await host.UntilAsync($"() => ({Ink})() === 'rgb(255, 255, 255)'");
        await host.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await host.Page.EvaluateAsync("() => { document.body.className = ''; }");
        await host.UntilAsync($"() => ({Ink})() === 'rgb(212, 212, 212)'");
    }

    [Fact]
    public async Task SmallMultiples_NarrowedPage_StackThemselves()
    {
        await using var host = await chromium.OpenSettledAsync(Gallery.Html("boundaries"), new(Width: 1000));
        const string Lefts = "() => new Set(Array.from(document.querySelectorAll('.annotation-text')).map("
            + "t => { const b = t.getBoundingClientRect(); return Math.round((b.left + b.right) / 20); })).size";
        Assert.Equal(2, await host.AskAsync<int>(Lefts));
        await host.Page.SetViewportSizeAsync(340, 700);
        await host.UntilAsync($"() => ({Lefts})() === 1");
        Assert.True(await host.AskAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
    }

    [Fact]
    public async Task Slider_ArrowKey_MovesTheFigureAndSaysWhere()
    {
        await using var host = await chromium.OpenSettledAsync(Gallery.Html("boundary over epochs"));
        const string Border = "document.querySelector('.contourlayer path.openline')?.getAttribute('d')";
        var before = await host.AskAsync<string>($"() => {Border}");

        await host.Page.FocusAsync("input[type=range]");
        foreach (var key in (string[])["Home", .. Enumerable.Repeat("ArrowRight", 5)])
            await host.Page.Keyboard.PressAsync(key);
        await host.UntilAsync($"before => {Border} !== before", before);

        Expect.Start(await host.Page.GetAttributeAsync("input", "aria-valuetext"), "epoch 50, cost");
        Expect.Start(await host.Page.InnerTextAsync("output"), "epoch 50, cost");
    }

    [Fact]
    public async Task PlayButton_Pressed_RunsToTheEnd()
    {
        await using var host = await chromium.OpenSettledAsync(Gallery.Html("boundary over epochs"));
        await host.Page.ClickAsync("button[aria-label=Play]");
        await host.UntilAsync("() => document.querySelector('input[type=range]').value === '2'");
        Assert.Equal(1, await host.Page.Locator("button[aria-label=Pause]").CountAsync());
        await host.UntilAsync("() => document.querySelector('output').textContent.startsWith('epoch 200')");
        await host.Page.WaitForSelectorAsync("button[aria-label=Play]");
    }

    [Fact]
    public async Task LegendKey_Pressed_HidesItsCurveInBothPanels()
    {
        await using var host = await chromium.OpenSettledAsync(Gallery.Html("activations"));
        var tanh = host.Page.Locator("button.sn-key:has-text('tanh')");
        const string Curves = "document.querySelectorAll('.scatterlayer .trace').length";
        // Five functions, five slopes, and the dots at the jumps of two of these.
        Assert.Equal(12, await host.AskAsync<int>($"() => {Curves}"));

        await tanh.ClickAsync();
        await host.UntilAsync($"() => {Curves} === 10");
        Assert.Equal("false", await tanh.GetAttributeAsync("aria-pressed"));

        await tanh.ClickAsync();
        await host.UntilAsync($"() => {Curves} === 12");
    }

    [Fact]
    public async Task TransparentPageOfVsCode_DarkTheme_TakesPaperFromTheEditorsVariable()
    {
        await using var host = await chromium.OpenSettledAsync(Gallery.Html("dots"), new(Head: "<style>html { --vscode-editor-background: "
            + "#0a141e } body { background: transparent !important; color: #eeeeee !important }</style>"));
        Assert.Equal("rgb(10, 20, 30)",
            await host.AskAsync<string>("() => getComputedStyle(document.querySelector('.scatterlayer .point')).stroke"));
        Assert.Equal("rgb(238, 238, 238)",
            await host.AskAsync<string>("() => getComputedStyle(document.querySelector('.ytitle')).fill"));
    }

    [Fact]
    public async Task FigureFarBelow_BeforeAndAfterScrolling_DrawsWhenItComesNear()
    {
        await using var host = await chromium.OpenAsync(Gallery.Html("curves") + Far + Gallery.Html("dots"));
        await host.UntilAsync("() => document.querySelector('.sn-figure').dataset.drawn");
        await host.Page.WaitForTimeoutAsync(500);
        Assert.Equal(0, (await host.MarksAsync())[1]);
        await host.Page.EvaluateAsync("() => scrollTo(0, 5500)");
        await host.UntilAsync("() => document.querySelectorAll('.sn-figure[data-drawn]').length === 2");
        await host.EveryFigureDrewAsync();
    }

    [Fact]
    public async Task PageThatIsPrinted_FiguresNotYetNear_AreDrawnAtOnceAtTheWidthOfAPage()
    {
        await using var host = await chromium.OpenAsync(Far + Gallery.Html("boundaries", "cost bands"), new(Width: 1400));
        await host.UntilAsync("() => window.Plotly");
        Assert.All(await host.MarksAsync(), marks => Assert.Equal(0, marks));

        var inTheSameTask = await host.AskAsync<int>("() => { dispatchEvent(new Event('beforeprint')); return Array.from("
            + "document.querySelectorAll('.main-svg')).filter(svg => svg.clientWidth && svg.clientWidth <= 660).length; }");
        await host.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await host.Page.SetViewportSizeAsync(500, 700);

        Assert.True(inTheSameTask >= 2, "the figures were not drawn before the page was printed");
        Assert.True(await host.AskAsync<bool>("() => Array.from(document.querySelectorAll('.main-svg')).every("
            + "svg => svg.getBoundingClientRect().right <= innerWidth)"), "a figure is cut");
        await host.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await host.Page.SetViewportSizeAsync(1400, 700);
        await host.Page.EvaluateAsync("() => { dispatchEvent(new Event('afterprint')); scrollTo(0, 6000); }");
        await host.UntilAsync("() => document.querySelector('.main-svg').clientWidth === 840");
    }

    [Fact]
    public async Task WheelOverASurface_Turned_ScrollsThePageAndLeavesTheSurface()
    {
        await using var host = await chromium.OpenSettledAsync(Gallery.Html("surface") + Far);
        const string Eye = "() => JSON.stringify(document.querySelector('.sn-plot')._fullLayout.scene._scene.getCamera().eye)";
        var before = await host.AskAsync<string>(Eye);
        await host.Page.HoverAsync(".sn-plot");
        await host.Page.Mouse.WheelAsync(0, 300);
        await host.UntilAsync("() => scrollY > 100");
        Assert.Equal(before, await host.AskAsync<string>(Eye));
    }

    [Fact]
    public async Task ThemeOfVerso_OnlyAStyleInTheHeadChanges_FigureFollows()
    {
        await using var host = await chromium.OpenSettledAsync(Gallery.Html("curves"), new(Head: "<style id=\"verso-theme\"></style>"));
        Assert.Equal(Palette.Blue, await host.AskAsync<string>(Stroke));
        await host.Page.EvaluateAsync("() => { document.getElementById('verso-theme').textContent = "
            + "'body { background: #101418 !important; color: #f0f0f0 !important }'; }");
        await host.UntilAsync($"() => ({Ink})() === 'rgb(240, 240, 240)'");
        Assert.Equal(Palette.OnDark[Palette.Blue], await host.AskAsync<string>(Stroke));
    }

    [Fact]
    public async Task DarkPage_SeriesOfTheCourse_AreDrawnInTheLighterTwins()
    {
        await using var dark = await chromium.OpenSettledAsync(Gallery.Html("curves"), new(Dark: true));
        Assert.Equal(Palette.OnDark[Palette.Blue], await dark.AskAsync<string>(Stroke));
    }

    [Fact]
    public async Task LegendOfAFigure_LibraryMissing_HasItsSymbols()
    {
        await using var host = await chromium.OpenAsync(Gallery.Html("activations"), new(Online: false));
        await host.UntilAsync("() => document.querySelectorAll('.sn-swatch svg line').length === 5");
    }
}

using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ShallowNet.Notebooks.Tests;

/// <summary>A network that a reader touches, in a notebook host and on a page.</summary>
[Collection("browser")]
public sealed class PlaygroundTests(Chromium chromium)
{
    /// <summary>What tells a page of the book from a notebook host.</summary>
    private const string PageOfTheBook = "<script>document.documentElement.setAttribute('data-root', '')</script>";
    private const string Model = "document.querySelector('.sn-touch').shallowNet.model";

    private static string Html(string title = "Touch me") =>
        Figures.Playground(title, new Network(2, 3, seed: 5), Gallery.Moons, 0.5).ToHtml();

    private static ILocator Weight(HostPage host) => host.Page.Locator("input[aria-label='W1[0, 0]']");

    private static Task<double> FirstWeightAsync(HostPage host) => host.AskAsync<double>($"() => {Model}.net.W1[0][0]");

    private static Task<int> EpochAsync(HostPage host) => host.AskAsync<int>($"() => {Model}.epoch");

    private static Task PressAsync(HostPage host, string button, int index = 0) => host.Page.GetByText(button).Nth(index).ClickAsync();

    [Theory]
    [InlineData("ArrowUp", 0.1)]
    [InlineData("ArrowDown", -0.1)]
    [InlineData("Shift+ArrowUp", 1)]
    [InlineData("Alt+ArrowDown", -0.01)]
    public async Task Weight_ArrowKey_MovesByItsStepAndTheCostFollows(string key, double step)
    {
        await using var host = await chromium.OpenAsync(Html());
        var (before, cost) = (await FirstWeightAsync(host), await host.Page.Locator(".count b").Nth(1).InnerTextAsync());
        await Weight(host).PressAsync(key);
        Assert.Equal(before + step, await FirstWeightAsync(host), 1e-6);
        if (Math.Abs(step) >= 0.1)
            await host.UntilAsync("before => document.querySelectorAll('.count b')[1].textContent !== before", cost);
    }

    [Theory]
    [InlineData("−1.5", -1.5, "")]
    [InlineData("2,25", 2.25, "")]
    [InlineData("much", null, "“much” is not a number")]
    public async Task Weight_Typed_IsTakenOrStaysAndSaysSo(string typed, double? expected, string said)
    {
        await using var host = await chromium.OpenAsync(Html());
        var before = await FirstWeightAsync(host);
        await Weight(host).FillAsync(typed);
        await Weight(host).PressAsync("Enter");
        Assert.Equal(expected ?? before, await FirstWeightAsync(host));
        Expect.In(await host.Page.Locator(".say").InnerTextAsync(), said);
    }

    [Fact]
    public async Task Weight_DraggedToTheRight_Grows()
    {
        await using var host = await chromium.OpenAsync(Html());
        var before = await FirstWeightAsync(host);
        await Weight(host).ScrollIntoViewIfNeededAsync();
        var box = (await Weight(host).BoundingBoxAsync())!;
        var (x, y) = (box.X + box.Width / 2, box.Y + box.Height / 2);

        await host.Page.Mouse.MoveAsync(x, y);
        await host.Page.Mouse.DownAsync();
        await host.Page.Mouse.MoveAsync(x + 50, y);
        await host.Page.Mouse.UpAsync();

        Assert.Equal(before + 1, await FirstWeightAsync(host), 1e-6);
    }

    [Fact]
    public async Task Steps_OneThenBack_ReturnToTheNetworkOfTheCell()
    {
        var start = new Network(2, 3, seed: 5).W1[0, 0];
        await using var host = await chromium.OpenAsync(Html());
        await PressAsync(host, "One step");
        Assert.NotEqual(start, await FirstWeightAsync(host));
        await PressAsync(host, "Back to the start");
        Assert.Equal(start, await FirstWeightAsync(host));
    }

    [Fact]
    public async Task CopyAsCSharp_AfterATraining_HoldsEveryParameterToTheLastBit()
    {
        await using var host = await chromium.OpenAsync(Html());
        await PressAsync(host, "One step");
        var parameters = await host.AskAsync<double[]>(
            $"() => {{ const {{ W1, b1, W2, b2 }} = {Model}.net; return [...W1.flat(), ...b1, ...W2, b2]; }}");

        // The test's page may not write to the clipboard: the text then stands in the page, to be copied by hand.
        await PressAsync(host, "Copy as C#");
        var code = await host.Page.Locator(".say textarea").InputValueAsync();

        Expect.Start(code, "var touched = new Network(2, 3, hidden: Activation.Tanh)\n");
        Assert.Equal(parameters, Regex.Matches(code[code.IndexOf('{', StringComparison.Ordinal)..], @"(?<![\w.])-?\d+(\.\d+)?(e[-+]?\d+)?")
            .Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task LinkToAState_OpenedOnAPage_ShowsThatState()
    {
        await using var host = await chromium.OpenAsync(PageOfTheBook + Html("A state"));
        await PressAsync(host, "One step");
        await PressAsync(host, "Copy link to this state");
        var (link, weight) = (await host.Page.Locator(".say textarea").InputValueAsync(), await FirstWeightAsync(host));
        await PressAsync(host, "Back to the start");
        await host.Page.EvaluateAsync("link => { location.hash = ''; location.href = link; }", link);
        await host.UntilAsync($"weight => {Model}.net.W1[0][0] === weight", weight);
    }

    [Theory]
    [InlineData("#playground=a-state&g=tanh&rate=1&p=1,2")]
    [InlineData("#playground=a-state&g=nothing&rate=1&p=1,2,3,4,5,6,7,8,9,10,11,12,13")]
    [InlineData("#playground=another&g=tanh&rate=1&p=1,2,3,4,5,6,7,8,9,10,11,12,13")]
    [InlineData("#playground=a-state&g=tanh&rate=-1&p=1,2,3,4,5,6,7,8,9,10,11,12,<b>")]
    public async Task LinkThatDoesNotFit_OpenedOnAPage_ChangesNothing(string hash)
    {
        await using var host = await chromium.OpenAsync(PageOfTheBook + Html("A state"));
        var before = await FirstWeightAsync(host);
        await host.Page.EvaluateAsync("hash => { location.hash = hash; }", hash);
        await host.Page.WaitForTimeoutAsync(100);
        Assert.Equal(before, await FirstWeightAsync(host));
    }

    [Fact]
    public async Task TwoPlaygroundsAndRequireJs_OfflineInTheDark_BothWorkAndAskNobody()
    {
        const string Amd =
            "<script>window.define = Object.assign(() => { throw new Error('an AMD loader was called'); }, { amd: {} });</script>";
        await using var host = await chromium.OpenAsync(Amd + Html("One") + Html("Two"), new(Dark: true, Online: false));

        await PressAsync(host, "One step", 0);
        await PressAsync(host, "One step", 1);

        Assert.Equal((int[])[1, 1],
            await host.AskAsync<int[]>("() => Array.from(document.querySelectorAll('.sn-touch'), f => f.shallowNet.model.epoch)"));
        Assert.Equal("dark", await host.AskAsync<string>("() => document.querySelector('.sn-touch').style.colorScheme"));
        Assert.Empty(host.Outside);
    }

    [Theory]
    [InlineData(false, "0,114,178")]
    [InlineData(true, "46,158,250")]
    public async Task Points_OnALightAndADarkPage_StandOut(bool dark, string blue)
    {
        await using var host = await chromium.OpenAsync(Html(), new(Dark: dark));

        var found = await host.Page.EvaluateAsync<int>(
            """
            blue => {
              const canvas = document.querySelectorAll('.sn-touch .plot canvas')[1];
              const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
              let found = 0;
              for (let p = 0; p < data.length; p += 4) if (data.slice(p, p + 3).join() === blue) found++;
              return found;
            }
            """, blue);

        Assert.InRange(found, 500, int.MaxValue);
    }

    [Fact]
    public async Task Cell_RunAgain_ReplacesThePlayground()
    {
        await using var host = await chromium.OpenAsync("<div id=\"output\">" + Html() + "</div>");
        await host.Page.EvaluateAsync("() => { document.getElementById('output').textContent = ''; }");
        await host.ShowAsync(Html(), "#output");
        await PressAsync(host, "One step");
        Assert.Equal(1, await EpochAsync(host));
    }

    [Fact]
    public async Task Cover_UntilItIsTouched_TrainsByItself()
    {
        await using var host = await chromium.OpenAsync("<div data-cover>" + Html() + "</div>");
        await host.UntilAsync($"() => {Model}.epoch > 10");
        await host.Page.Locator(".plot").ClickAsync();
        var touched = await EpochAsync(host);
        await host.Page.WaitForTimeoutAsync(200);
        Assert.Equal(touched, await EpochAsync(host));
        await Assertions.Expect(host.Page.GetByText("▶ Play")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Cover_ForThoseWhoPreferReducedMotion_IsTrainedAndStill()
    {
        await using var host = await chromium.OpenAsync("<p>Before</p>");
        await host.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await host.Page.SetContentAsync("<div data-cover>" + Html() + "</div>");
        var first = await EpochAsync(host);
        await host.Page.WaitForTimeoutAsync(200);
        Assert.Equal((1500, 1500), (first, await EpochAsync(host)));
    }

    [Fact]
    public async Task Rate_FarTooLarge_StopsAndSaysWhy()
    {
        var net = new Network(2, 3, hidden: Activation.ReLU, initializer: Initializer.Gaussian(1));
        await using var host = await chromium.OpenAsync(Figures.Playground("Too fast", net, Gallery.Moons, 100).ToHtml());
        await host.Page.EvaluateAsync($"() => {{ {Model}.net.W2[0] = 1e308; {Model}.net.W2[1] = 1e308; }}");
        await PressAsync(host, "▶ Play");
        await Assertions.Expect(host.Page.Locator(".say")).ToContainTextAsync("no longer a finite number");
        await Assertions.Expect(host.Page.GetByText("▶ Play")).ToBeVisibleAsync();
    }
}

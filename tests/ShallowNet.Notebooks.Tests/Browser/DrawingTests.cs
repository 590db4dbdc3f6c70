namespace ShallowNet.Notebooks.Tests;

/// <summary>Every figure really draws, at every width, light and dark.</summary>
[Collection("browser")]
public sealed class DrawingTests(Chromium chromium)
{
    [Theory]
    [InlineData(400, false)]
    [InlineData(400, true)]
    [InlineData(800, false)]
    [InlineData(800, true)]
    [InlineData(1400, false)]
    [InlineData(1400, true)]
    public async Task Gallery_AnyWidthAndTheme_EveryFigureDrawsItsMarks(int width, bool dark)
    {
        await using var host = await chromium.OpenAsync(string.Concat(Gallery.Figures.Values.Select(figure => figure.ToHtml())),
            new() { Width = width, Dark = dark });

        await host.SettledAsync();

        var marks = await host.MarksAsync();
        Assert.Equal(Gallery.Figures.Count, marks.Length);
        Assert.All(Gallery.Figures.Keys.Zip(marks), figure => Assert.True(figure.Second > 0, $"\"{figure.First}\" drew nothing"));
        Assert.Empty(host.Errors);
        Assert.Equal([Plotlyjs.Url], host.Outside);
        Assert.True(await host.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"),
            "the page scrolls sideways");
    }

    [Fact]
    public async Task Gallery_AfterDrawing_NothingHasMoved()
    {
        var body = string.Concat(Gallery.Figures.Values.Select(figure => figure.ToHtml()));
        const string Tops =
            "() => Array.from(document.querySelectorAll('.sn-figure')).map(f => Math.round(f.getBoundingClientRect().top + scrollY))";
        await using var blank = await chromium.OpenAsync(body,
            new()
            {
                Online = false,
                Head = "<script>window.shallowNet = { draw() { }, version: 'none' }; Object.defineProperty(shallowNet, 'draw', { get: () "
                    + "=> "
            + "() => { }, set() { } })</script>"
            });
        await using var drawn = await chromium.OpenAsync(body);
        await drawn.SettledAsync();

        Assert.Equal(await blank.EvaluateAsync<int[]>(Tops), await drawn.EvaluateAsync<int[]>(Tops));
    }

    [Fact]
    public async Task Gallery_NarrowPage_NoTextLeavesItsFigure()
    {
        await using var host = await chromium.OpenAsync(string.Concat(Gallery.Figures.Values.Select(figure => figure.ToHtml())),
            new() { Width = 400 });
        await host.SettledAsync();

        var outside = await host.EvaluateAsync<string[]>(
            """
            () => Array.from(document.querySelectorAll('.sn-figure')).flatMap(f => {
              const r = f.querySelector('.sn-plot').getBoundingClientRect();
              return Array.from(f.querySelectorAll('.main-svg text')).filter(t => t.textContent && !t.closest('.gl-container')).filter(t => {
                const b = t.getBoundingClientRect();
                return b.width && (b.left < r.left - 2 || b.right > r.right + 2 || b.top < r.top - 2 || b.bottom > r.bottom + 2);
              }).map(t => f.querySelector('figcaption').textContent + ': ' + t.textContent);
            })
            """);

        Assert.Empty(outside);
    }
}

namespace ShallowNet.Notebooks.Tests;

/// <summary>Every figure really draws, at every width, light and dark.</summary>
[Collection("browser")]
public sealed class DrawingTests(Chromium chromium)
{
    private const string TextsOutside =
        """
        () => Array.from(document.querySelectorAll('.sn-figure')).flatMap(f => {
          const r = f.querySelector('.sn-plot').getBoundingClientRect();
          const texts = Array.from(f.querySelectorAll('.main-svg text')).filter(t => t.textContent && !t.closest('.gl-container'));
          return texts.filter(t => {
            const b = t.getBoundingClientRect();
            return b.width && (b.left < r.left - 2 || b.right > r.right + 2 || b.top < r.top - 2 || b.bottom > r.bottom + 2);
          }).map(t => f.querySelector('figcaption').textContent + ': ' + t.textContent);
        })
        """;

    public static MatrixTheoryData<int, bool> WidthsAndThemes => new([400, 800, 1400], [false, true]);

    [Theory, MemberData(nameof(WidthsAndThemes))]
    public async Task Gallery_AnyWidthAndTheme_EveryFigureDrawsItsMarksAndNoTextLeavesIt(int width, bool dark)
    {
        await using var host = await chromium.OpenSettledAsync(Gallery.Html(), new(width, dark));
        var marks = await host.MarksAsync();
        Assert.Equal(Gallery.Figures.Count, marks.Length);
        Assert.DoesNotContain(Gallery.Figures.Keys.Zip(marks), figure => figure.Second == 0);
        Assert.Equal([Plotlyjs.Url], host.Outside);
        Assert.Empty(await host.AskAsync<string[]>(TextsOutside));
        Assert.True(await host.AskAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "scrolls sideways");
    }

    [Fact]
    public async Task Gallery_AfterDrawing_NothingHasMoved()
    {
        const string NeverDraws = "<script>window.shallowNet = { draw() { }, version: 'none' }; "
            + "Object.defineProperty(shallowNet, 'draw', { get: () => () => { }, set() { } })</script>";
        const string Tops =
            "() => Array.from(document.querySelectorAll('.sn-figure')).map(f => Math.round(f.getBoundingClientRect().top + scrollY))";
        await using var blank = await chromium.OpenAsync(Gallery.Html(), new(Online: false, Head: NeverDraws));
        await using var drawn = await chromium.OpenSettledAsync(Gallery.Html());
        Assert.Equal(await blank.AskAsync<int[]>(Tops), await drawn.AskAsync<int[]>(Tops));
    }
}

using Microsoft.Playwright;

namespace ShallowNet.TestTools;

/// <summary>A page in a browser: what went wrong in it, what it asked for elsewhere, what its figures drew.</summary>
internal abstract class VisitedPage : IAsyncDisposable
{
    /// <summary>Scrolls to the next figure, which then draws; true where every figure has drawn or has said that it cannot.</summary>
    protected const string EveryFigureIsDone = """
        () => {
          const figures = Array.from(document.querySelectorAll('.sn-figure'));
          const next = figures.find(f => f.clientWidth && !f.dataset.drawn && !f.dataset.missing);
          (next || document.body).scrollIntoView();
          return !next;
        }
        """;

    protected VisitedPage(IPage page)
    {
        Page = page;
        page.Console += (_, message) => Keep(message.Type == "error", message.Text);
        page.PageError += (_, error) => Keep(true, error);
    }

    public IPage Page { get; }
    /// <summary>Errors on the console and uncaught exceptions.</summary>
    public List<string> Errors { get; } = [];
    /// <summary>Addresses asked for that are not the page's own.</summary>
    public List<string> Outside { get; } = [];

    public Task<T> AskAsync<T>(string script) => Page.EvaluateAsync<T>(script);

    /// <summary>How many marks each figure drew: paths, points, bars, images, or a canvas of WebGL.</summary>
    public Task<int[]> MarksAsync() => AskAsync<int[]>("""
        () => Array.from(document.querySelectorAll('.sn-figure')).map(f => f.querySelectorAll(
          '.scatterlayer .trace path, .barlayer .point path, .heatmaplayer image, .contourlayer path, .gl-container canvas').length)
        """);

    public abstract ValueTask DisposeAsync();

    private void Keep(bool isError, string text)
    {
        // Chromium reports requests that a test refuses on purpose.
        if (isError && !text.Contains("net::ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal))
            Errors.Add(text);
    }
}

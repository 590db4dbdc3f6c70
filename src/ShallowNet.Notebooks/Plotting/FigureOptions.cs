namespace ShallowNet.Notebooks;

/// <summary>What a figure asks of the page beyond the chart itself.</summary>
internal sealed record FigureOptions
{
    /// <summary>In pixels, where nothing asks for another size.</summary>
    public const int DefaultHeight = 340, DefaultMaxWidth = 840;

    public int Height { get; init; } = DefaultHeight;
    public int MaxWidth { get; init; } = DefaultMaxWidth;
    /// <summary>The plot's width and height in any unit, where its height must follow its width.</summary>
    public (double Width, double Height)? Aspect { get; init; }
    /// <summary>What stands under the plot: how to read it, or what it could not draw.</summary>
    public string Note { get; init; } = "";
    public Animation? Animation { get; init; }
    public SmallMultiples? SmallMultiples { get; init; }

    /// <summary>The size that a chart asks for.</summary>
    public static FigureOptions Of(GenericChart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var (width, height) = Charts.Size(chart);
        return new FigureOptions { Height = height ?? DefaultHeight, MaxWidth = width ?? DefaultMaxWidth };
    }
}

/// <summary>What a slider under the plot moves through; the label says to screen readers what it sets: "epoch".</summary>
internal sealed record Animation(string Label, IReadOnlyList<AnimationStep> Steps, int Start);

/// <summary>One position, and for each trace what changes in it (or null), in the names of the plotly.js schema.</summary>
internal sealed record AnimationStep(string Name, IReadOnlyList<object?> Data);

/// <summary>
/// Small multiples: panel i lies on axes x(i+1) and y(i+1), its title is the layout's annotation i. The browser puts as many side by side
/// as fit.
/// </summary>
/// <param name="Panels">How many.</param>
/// <param name="LeastWidth">Pixels that a panel gets at least, with its axis labels.</param>
/// <param name="PanelHeight">Pixels of one row.</param>
/// <param name="Most">So many stand side by side at most.</param>
/// <param name="GapX">Pixels between columns.</param>
/// <param name="ShareTitles">Axis titles only at the left and the bottom edge.</param>
/// <param name="PanelAspect">Where given, a panel's height is this share of its width instead of <paramref name="PanelHeight"/>.</param>
internal sealed record SmallMultiples(
    int Panels, int LeastWidth, int PanelHeight, int Most = 4, int GapX = 52, bool ShareTitles = true, double? PanelAspect = null)
{
    /// <summary>Pixels between rows.</summary>
    private const int GapY = 62;

    /// <summary>What the script asks to know.</summary>
    public object Flow =>
        new { panels = Panels, least = LeastWidth, most = Most, gapX = GapX, gapY = GapY, shareTitles = ShareTitles };

    /// <summary>The height of the whole, as CSS, where so many panels fit side by side.</summary>
    public string Height(int fitting)
    {
        const int Edges = 44, Title = 22, SideMargins = 58;
        var rows = (Panels + fitting - 1) / fitting;
        var columns = (Panels + rows - 1) / rows;
        var gaps = (rows - 1) * GapY + Edges;
        if (PanelAspect is not { } aspect)
            return Invariant($"{rows * PanelHeight + gaps}px");
        var outside = SideMargins + (columns - 1) * GapX;
        return Invariant($"calc({rows * aspect / columns:0.###} * (100cqi - {outside}px) + {rows * Title + gaps}px)");
    }
}

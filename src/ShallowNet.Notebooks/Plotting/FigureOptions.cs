namespace ShallowNet.Notebooks;

/// <summary>What a figure asks of the page beyond the chart itself.</summary>
internal sealed record FigureOptions
{
    /// <summary>The height of a plot in pixels, where nothing asks for another.</summary>
    public const int DefaultHeight = 340;

    /// <summary>A plot does not grow wider than this, in pixels.</summary>
    public const int DefaultMaxWidth = 840;

    public int Height { get; init; } = DefaultHeight;

    /// <summary>The plot's width and height in any unit, where its height must follow its width.</summary>
    public (double Width, double Height)? Aspect { get; init; }

    public int MaxWidth { get; init; } = DefaultMaxWidth;

    /// <summary>What stands under the plot: how to read it, or what it could not draw.</summary>
    public string Note { get; init; } = "";

    public Animation? Animation { get; init; }

    public SmallMultiples? SmallMultiples { get; init; }
}

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

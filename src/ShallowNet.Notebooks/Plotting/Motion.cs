namespace ShallowNet.Notebooks;

/// <summary>What a slider under the plot moves through.</summary>
/// <param name="Label">What the slider sets, for screen readers: "epoch".</param>
/// <param name="Steps">One a slider position.</param>
/// <param name="Start">The position first shown.</param>
internal sealed record Motion(string Label, IReadOnlyList<MotionStep> Steps, int Start);

/// <summary>One position: for each trace what changes in it (or null), in the names of the plotly.js schema, and what changes in the layout.</summary>
internal sealed record MotionStep(string Name, IReadOnlyList<object?> Data, object? Layout = null);

/// <summary>
/// Small multiples: panel i lies on axes x(i+1) and y(i+1), its title is the layout's annotation i. The browser puts as many side by side as fit.
/// </summary>
/// <param name="Panels">How many.</param>
/// <param name="LeastWidth">A panel gets at least so many pixels with its axis labels.</param>
/// <param name="PanelHeight">Height of one row, in pixels.</param>
/// <param name="Most">At most so many side by side.</param>
/// <param name="GapX">Pixels between columns.</param>
/// <param name="GapY">Pixels between rows.</param>
/// <param name="ShareTitles">Axis titles only at the left and the bottom edge.</param>
/// <param name="PanelAspect">Where given, a panel's height is this share of its width instead of <paramref name="PanelHeight"/>.</param>
internal sealed record Flow(int Panels, int LeastWidth, int PanelHeight, int Most = 4, int GapX = 52, int GapY = 62, bool ShareTitles = true, double? PanelAspect = null)
{
    /// <summary>The height of the whole, as CSS, where so many panels fit side by side.</summary>
    public string Height(int fitting)
    {
        const int Edges = 44;
        const int Title = 22;
        const int SideMargins = 58;
        var rows = (Panels + fitting - 1) / fitting;
        var columns = (Panels + rows - 1) / rows;
        var gaps = (rows - 1) * GapY + Edges;
        return PanelAspect is { } aspect
            ? FormattableString.Invariant($"calc({rows * aspect / columns:0.###} * (100cqi - {SideMargins + (columns - 1) * GapX}px) + {rows * Title + gaps}px)")
            : FormattableString.Invariant($"{rows * PanelHeight + gaps}px");
    }
}

/// <summary>What a figure asks of the page beyond the chart itself.</summary>
internal sealed record FigureOptions
{
    public int Height { get; init; } = Look.Height;
    /// <summary>The plot's width and height in any unit, where its height must follow its width.</summary>
    public (double Width, double Height)? Aspect { get; init; }
    public int MaxWidth { get; init; } = Look.MaxWidth;
    public Motion? Motion { get; init; }
    public Flow? Flow { get; init; }
}

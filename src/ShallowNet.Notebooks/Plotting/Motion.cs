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
internal sealed record Flow(int Panels, int LeastWidth, int PanelHeight, int Most = 4, int GapX = 52, int GapY = 62, bool ShareTitles = true)
{
    /// <summary>The height of the whole where so many panels fit side by side.</summary>
    public int Height(int fitting)
    {
        var rows = (Panels + fitting - 1) / fitting;
        return rows * PanelHeight + (rows - 1) * GapY + 44;
    }
}

/// <summary>What a figure asks of the page beyond the chart itself.</summary>
internal sealed record FigureOptions
{
    public int Height { get; init; } = Look.Height;
    public int MaxWidth { get; init; } = Look.MaxWidth;
    public Motion? Motion { get; init; }
    public Flow? Flow { get; init; }
}

namespace ShallowNet.Notebooks;

/// <summary>
/// Small multiples: panel i lies on axes x(i+1) and y(i+1), its title is the layout's annotation i. The browser puts as many side by side
/// as fit.
/// </summary>
/// <param name="Panels">How many.</param>
/// <param name="LeastWidth">A panel gets at least so many pixels with its axis labels.</param>
/// <param name="PanelHeight">Height of one row, in pixels.</param>
/// <param name="Most">At most so many side by side.</param>
/// <param name="GapX">Pixels between columns.</param>
/// <param name="GapY">Pixels between rows.</param>
/// <param name="ShareTitles">Axis titles only at the left and the bottom edge.</param>
/// <param name="PanelAspect">Where given, a panel's height is this share of its width instead of <paramref name="PanelHeight"/>.</param>
internal sealed record SmallMultiples(
    int Panels, int LeastWidth, int PanelHeight, int Most = 4, int GapX = 52, int GapY = 62, bool ShareTitles = true,
    double? PanelAspect = null)
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
        if (PanelAspect is not { } aspect)
            return Invariant($"{rows * PanelHeight + gaps}px");
        var outside = SideMargins + (columns - 1) * GapX;
        return Invariant($"calc({rows * aspect / columns:0.###} * (100cqi - {outside}px) + {rows * Title + gaps}px)");
    }
}

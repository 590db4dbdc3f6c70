namespace ShallowNet.Notebooks;

/// <summary>Panel i lies on axes x(i+1) and y(i+1), its title is annotation i. As many stand side by side as fit.</summary>
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
    public object Flow => new { panels = Panels, least = LeastWidth, most = Most, gapX = GapX, gapY = GapY, shareTitles = ShareTitles };

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

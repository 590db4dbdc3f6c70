namespace ShallowNet.Notebooks;

/// <summary>How a series is drawn.</summary>
public enum SeriesStyle
{
    /// <summary>A solid line.</summary>
    Line,
    /// <summary>A dashed line, for a comparison or a reference.</summary>
    Dashed,
    /// <summary>Marks only.</summary>
    Points,
    /// <summary>A line with a mark at each point.</summary>
    LineAndPoints,
}

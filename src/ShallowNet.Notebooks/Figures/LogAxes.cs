namespace ShallowNet.Notebooks;

/// <summary>Which axes are logarithmic.</summary>
[Flags]
public enum LogAxes
{
    /// <summary>Neither.</summary>
    None = 0,
    /// <summary>The horizontal axis.</summary>
    X = 1,
    /// <summary>The vertical axis.</summary>
    Y = 2,
    /// <summary>Both axes.</summary>
    Both = X | Y,
}

namespace ShallowNet.Player.Notebooks;

/// <summary>What a notebook cell holds.</summary>
public enum CellKind
{
    /// <summary>Program text that is played.</summary>
    Code,

    /// <summary>Markdown prose.</summary>
    Markdown,

    /// <summary>Text that is passed through untouched.</summary>
    Raw,
}

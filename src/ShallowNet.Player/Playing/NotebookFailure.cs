namespace ShallowNet.Player.Playing;

/// <summary>Why a notebook was not played to its end, and the cell to blame, if one is.</summary>
internal sealed record NotebookFailure(Cell? Cell, CellFailure Error);

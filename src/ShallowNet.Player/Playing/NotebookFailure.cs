using ShallowNet.Player.Kernels;
using ShallowNet.Player.Notebooks;

namespace ShallowNet.Player.Playing;

/// <summary>Why a notebook was not played to its end.</summary>
/// <param name="Cell">The cell to blame; null if none is.</param>
/// <param name="Error">What went wrong.</param>
internal sealed record NotebookFailure(Cell? Cell, CellFailure Error);

namespace ShallowNet.Player.Book;

/// <summary>Why a notebook was not played to its end: the cell to blame, if one is, counted from 1 over all cells, and its line.</summary>
internal sealed record PlayFailure(int? Cell, string Message, int? Line = null);

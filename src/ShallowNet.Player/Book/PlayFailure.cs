namespace ShallowNet.Player.Book;

/// <summary>Why a notebook was not played to its end.</summary>
/// <param name="Cell">Number of the cell that failed, counted from 1 over all cells; null if no cell is to blame.</param>
/// <param name="Message">What happened, in one or a few plain lines.</param>
/// <param name="Line">Line of the cell, from 1; null if unknown.</param>
internal sealed record PlayFailure(int? Cell, string Message, int? Line = null);

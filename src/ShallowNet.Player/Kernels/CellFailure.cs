namespace ShallowNet.Player.Kernels;

/// <summary>Why a cell failed.</summary>
/// <param name="Name">Kind of error, for example "DivideByZeroException" or "CompilationError".</param>
/// <param name="Message">What happened, in plain words.</param>
/// <param name="Line">Line of the cell, from 1; null if unknown.</param>
/// <param name="Column">Column of that line, from 1; null if unknown.</param>
/// <param name="Traceback">Where it happened, innermost first, as the notebook file keeps it.</param>
internal sealed record CellFailure(string Name, string Message, int? Line, int? Column, IReadOnlyList<string> Traceback);

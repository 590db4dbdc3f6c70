namespace ShallowNet.Player.Kernels;

/// <summary>Why a cell failed: the kind of error, such as "CompilationError", the line of the cell and its column, both from 1 and null if
/// unknown, and where it happened, innermost first.</summary>
internal sealed record CellFailure(string Name, string Message, int? Line, int? Column, IReadOnlyList<string> Traceback);

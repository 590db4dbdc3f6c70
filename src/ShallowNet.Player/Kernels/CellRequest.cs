namespace ShallowNet.Player.Kernels;

/// <summary>A cell to run.</summary>
/// <param name="Number">Position among all cells of the notebook, from 1: cells are named by it.</param>
/// <param name="Language">"csharp", or whatever else the notebook says.</param>
/// <param name="Code">The cell's text.</param>
internal sealed record CellRequest(int Number, string Language, string Code);

namespace ShallowNet.Player.Kernels;

/// <summary>A cell to run. Its number, by which it is named, counts all cells of the notebook from 1; C# is "csharp".</summary>
internal sealed record CellRequest(int Number, string Language, string Code);

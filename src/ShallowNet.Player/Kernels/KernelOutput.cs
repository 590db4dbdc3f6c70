using System.Text.Json.Serialization;

namespace ShallowNet.Player.Kernels;

/// <summary>Something a cell showed, or that it has ended.</summary>
[JsonDerivedType(typeof(TextOutput), "text")]
[JsonDerivedType(typeof(DisplayOutput), "display")]
[JsonDerivedType(typeof(ResultOutput), "result")]
[JsonDerivedType(typeof(NoteOutput), "note")]
[JsonDerivedType(typeof(CellEnd), "end")]
internal abstract record KernelOutput;

namespace ShallowNet.Player.Notebooks;

/// <summary>What a notebook cell holds: program text that is played, prose, or text that is passed through untouched.</summary>
internal enum CellKind { Code, Markdown, Raw }

namespace ShallowNet.Player.Playing;

/// <summary>A notebook to play: its full path, and where its executed copy goes in the output folder, with forward slashes.</summary>
internal sealed record NotebookFile(string SourcePath, string RelativePath);

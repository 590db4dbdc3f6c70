namespace ShallowNet.Player.Playing;

/// <summary>A notebook to play.</summary>
/// <param name="SourcePath">Full path of the file.</param>
/// <param name="RelativePath">Where its executed copy goes in the output folder, with forward slashes.</param>
internal sealed record NotebookFile(string SourcePath, string RelativePath);

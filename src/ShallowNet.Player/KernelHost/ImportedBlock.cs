namespace ShallowNet.Player.KernelHost;

/// <summary>A cell of an imported file.</summary>
/// <param name="Name">What stack traces call it.</param>
/// <param name="Language">"csharp", "markdown", or what the player cannot run.</param>
/// <param name="Text">Its text, on the lines that it has in the file.</param>
internal sealed record ImportedBlock(string Name, string Language, string Text);

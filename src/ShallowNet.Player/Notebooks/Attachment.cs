namespace ShallowNet.Player.Notebooks;

/// <summary>A file carried inside a Markdown cell.</summary>
/// <param name="Mime">Its MIME type, for example "image/png".</param>
/// <param name="Base64">Its bytes as base64 text.</param>
public sealed record Attachment(string Mime, string Base64);

namespace ShallowNet.Player.Book;

/// <summary>A heading of a chapter.</summary>
/// <param name="Level">2 for a section, 3 for a part of one.</param>
/// <param name="Id">Its anchor.</param>
/// <param name="Html">Its text as HTML, TeX included.</param>
internal sealed record Heading(int Level, string Id, string Html);

namespace ShallowNet.Player.Book;

/// <summary>A part of a page that search can find.</summary>
/// <param name="Id">Anchor it begins at; "" for the top of the page.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Text">Its words, the heading excluded.</param>
/// <param name="Code">Its code.</param>
internal sealed record SearchSection(string Id, string Title, string Text, string Code);

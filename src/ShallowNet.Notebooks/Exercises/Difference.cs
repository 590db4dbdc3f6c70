namespace ShallowNet.Notebooks;

/// <summary>Where and how an answer differs from the expected one.</summary>
internal sealed record Difference(string Message, string Expected, string Got);

namespace ShallowNet.Player.Playing;

/// <summary>What was asked for cannot be played as it was asked; the message says why and what to do.</summary>
internal sealed class CannotPlayException(string message, Exception? inner = null) : Exception(message, inner);

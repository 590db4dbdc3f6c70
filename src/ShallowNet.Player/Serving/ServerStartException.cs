namespace ShallowNet.Player.Serving;

/// <summary>The server cannot listen where it was told to.</summary>
internal sealed class ServerStartException(string message, Exception inner) : IOException(message, inner);

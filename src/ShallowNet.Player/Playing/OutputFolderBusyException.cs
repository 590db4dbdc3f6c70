namespace ShallowNet.Player.Playing;

/// <summary>Another player writes to the same folder.</summary>
internal sealed class OutputFolderBusyException(string message, Exception inner) : IOException(message, inner);

namespace ShallowNet.Player.KernelHost;

/// <summary>A cell cannot be run; the message says why and what to do.</summary>
internal sealed class CellException(string name, string message, int? line = null, int? column = null) : Exception(message)
{
    public CellFailure Failure { get; } = new(name, message, line, column, []);
}

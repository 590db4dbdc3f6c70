namespace ShallowNet.Player.KernelHost;

/// <summary>A cell cannot be run; the message says why and what to do.</summary>
internal sealed class CellException(string name, string message, int? line = null, int? column = null) : Exception(message)
{
    public string Name => name;

    public (int? Line, int? Column) Place => (line, column);
}

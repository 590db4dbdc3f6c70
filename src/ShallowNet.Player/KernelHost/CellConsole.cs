namespace ShallowNet.Player.KernelHost;

/// <summary>The console of a cell: what is written goes to the player as text, in order with what is displayed.</summary>
internal sealed class CellConsole(HostChannel channel, string name) : TextWriter
{
    public override Encoding Encoding { get; } = new UTF8Encoding(false);

    public override void Write(char value) => channel.Write(name, [value]);

    public override void Write(char[] buffer, int index, int count) => channel.Write(name, buffer.AsSpan(index, count));

    public override void Write(string? value) => channel.Write(name, value);

    public override void Flush() => channel.Flush();
}

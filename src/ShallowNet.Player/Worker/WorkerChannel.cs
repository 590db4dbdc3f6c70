using System.Text;
using ShallowNet.Player.Engine;

namespace ShallowNet.Player.Worker;

/// <summary>Sends messages to the player, whole and in order, and bounds how much a cell can send.</summary>
internal sealed class WorkerChannel(Stream pipe) : IDisposable
{
    private const int MaxTextPerCell = 1 << 20;
    private const int MaxValue = 20 << 20;

    private readonly StreamWriter _writer = new(pipe, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
    private readonly Lock _lock = new();
    private readonly StringBuilder _pending = new();
    private string _pendingName = "stdout";
    private long _textSent;

    public void Write(string name, ReadOnlySpan<char> text)
    {
        lock (_lock)
        {
            _textSent += text.Length;
            var over = _textSent - MaxTextPerCell;
            if (over >= text.Length)
                return;
            if (name != _pendingName)
                FlushText();
            _pendingName = name;
            _pending.Append(over > 0 ? text[..^(int)over] : text);
            if (_pending.Length > 1 << 14)
                FlushText();
        }
    }

    public void Flush()
    {
        lock (_lock)
            FlushText();
    }

    public void Send(WorkerMessage message)
    {
        lock (_lock)
        {
            if (message.Kind == WorkerMessage.Done && _textSent > MaxTextPerCell)
                _pending.Append(FormattableString.Invariant($"\n[the player left out {_textSent - MaxTextPerCell:N0} more characters: it keeps {MaxTextPerCell:N0} per cell]\n"));
            FlushText();
            if (message.Kind == WorkerMessage.Done)
                _textSent = 0;
            SendLine(message.Data is null ? message : message with { Data = Bounded(message.Data) });
        }
    }

    public void Dispose() => _writer.Dispose();

    private static Dictionary<string, string> Bounded(Dictionary<string, string> data)
    {
        foreach (var (mime, value) in data)
        {
            if (value.Length > MaxValue)
            {
                var note = FormattableString.Invariant($"[the player left out this {mime} output: {value.Length:N0} characters; it keeps {MaxValue:N0}]");
                data[mime] = mime == "text/plain" ? value[..(1 << 16)] + "\n" + note : note;
            }
        }

        return data;
    }

    private void FlushText()
    {
        if (_pending.Length == 0)
            return;
        SendLine(new WorkerMessage(WorkerMessage.Text) { Name = _pendingName, Value = _pending.ToString() });
        _pending.Clear();
    }

    private void SendLine(WorkerMessage message)
    {
        _writer.WriteLine(message.ToJson());
        _writer.Flush();
    }
}

namespace ShallowNet.Player.KernelHost;

/// <summary>Sends messages to the player, whole and in order, and bounds how much one cell can send.</summary>
internal sealed class HostChannel(Stream pipe)
{
    /// <summary>Characters that are kept of a cell's console text, and of one value in one MIME type.</summary>
    private const int MaxText = 1 << 20, MaxValue = 20 << 20;

    private const int KeptOfLongText = 1 << 16, LongestLine = 1 << 14;

    private readonly Lock _lock = new();
    private readonly StringBuilder _pending = new();
    private string _pendingName = "stdout";
    private long _text;

    /// <summary>Console text; it is sent with the next line break, so that a crash loses nothing of the lines before it.</summary>
    public void Write(string name, ReadOnlySpan<char> text)
    {
        lock (_lock)
        {
            var room = Math.Max(0, MaxText - _text);
            _text += text.Length;
            if (room == 0)
                return;
            if (name != _pendingName)
                FlushText();
            _pendingName = name;
            _pending.Append(text.Length > room ? text[..(int)room] : text);
            if (text.Contains('\n') || _pending.Length > LongestLine)
                FlushText();
        }
    }

    public void Flush()
    {
        lock (_lock)
            FlushText();
    }

    public void Send(HostMessage message)
    {
        lock (_lock)
        {
            FlushText();
            var data = message.Data?.ToDictionary(pair => pair.Key, pair => Shortened(pair.Key, pair.Value));
            pipe.Write((message with { Data = data }).ToLine());
        }
    }

    /// <summary>Says that a cell has ended, and what was left out of its output.</summary>
    public void SendDone(HostMessage done)
    {
        lock (_lock)
        {
            if (_text > MaxText)
            {
                var note = LeftOut($"{_text - MaxText:N0} more characters of console text: it keeps {MaxText:N0} per cell");
                Send(new(HostMessage.Text) { Name = "stderr", Value = $"\n{note}\n" });
            }
            _text = 0;
            Send(done);
        }
    }

    private static string Shortened(string mime, string value) => value.Length <= MaxValue
        ? value
        : (mime == "text/plain" ? value[..KeptOfLongText] + "\n" : "")
            + LeftOut($"{value.Length:N0} characters of {mime}: it keeps {MaxValue:N0} per value");

    private static string LeftOut(FormattableString what) => $"[The player left out {Invariant(what)}.]";

    private void FlushText()
    {
        if (_pending.Length == 0)
            return;
        pipe.Write(new HostMessage(HostMessage.Text) { Name = _pendingName, Value = _pending.ToString() }.ToLine());
        _pending.Clear();
    }
}

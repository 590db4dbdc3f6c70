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
                Flush();
            _pendingName = name;
            _pending.Append(text.Length > room ? text[..(int)room] : text);
            if (text.Contains('\n') || _pending.Length > LongestLine)
                Flush();
        }
    }

    public void Flush()
    {
        lock (_lock)
        {
            if (_pending.Length == 0)
                return;
            pipe.Write(HostLine.Of<KernelOutput>(new TextOutput(_pendingName, _pending.ToString())));
            _pending.Clear();
        }
    }

    public void Send(KernelOutput output)
    {
        lock (_lock)
        {
            Flush();
            pipe.Write(HostLine.Of(output switch
            {
                DisplayOutput display => display with { Data = Shortened(display.Data) },
                ResultOutput result => result with { Data = Shortened(result.Data) },
                _ => output,
            }));
        }
    }

    /// <summary>Says that a cell has ended, and what was left out of its output.</summary>
    public void SendEnd(CellFailure? failure)
    {
        lock (_lock)
        {
            if (_text > MaxText)
            {
                var note = LeftOut($"{_text - MaxText:N0} more characters of console text: it keeps {MaxText:N0} per cell");
                Send(new TextOutput("stderr", $"\n{note}\n"));
            }
            _text = 0;
            Send(new CellEnd(failure));
        }
    }

    private static Dictionary<string, string> Shortened(IEnumerable<KeyValuePair<string, string>> data) =>
        data.ToDictionary(pair => pair.Key, pair => pair.Value.Length <= MaxValue
            ? pair.Value
            : (pair.Key == "text/plain" ? pair.Value[..KeptOfLongText] + "\n" : "")
                + LeftOut($"{pair.Value.Length:N0} characters of {pair.Key}: it keeps {MaxValue:N0} per value"));

    private static string LeftOut(FormattableString what) => $"[The player left out {Invariant(what)}.]";
}

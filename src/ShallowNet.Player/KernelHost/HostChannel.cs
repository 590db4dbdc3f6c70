using System.Text;

namespace ShallowNet.Player.KernelHost;

/// <summary>Sends messages to the player, whole and in order, and bounds how much one cell can send.</summary>
internal sealed class HostChannel(Stream pipe)
{
    /// <summary>Characters of console text that are kept of one cell.</summary>
    public const int MaxText = 1 << 20;

    /// <summary>Characters that are kept of one value in one MIME type.</summary>
    public const int MaxValue = 20 << 20;

    /// <summary>Characters of displayed values that are kept of one cell, all together.</summary>
    public const int MaxValues = 3 * MaxValue;

    private const int KeptOfLongText = 1 << 16;

    private readonly Lock _lock = new();
    private readonly StringBuilder _pending = new();
    private string _pendingName = "stdout";
    private long _text;
    private long _values;
    private int _valuesLeftOut;

    /// <summary>Console text; it is sent with the next line break, so that a crash loses nothing of the lines before it.</summary>
    public void Write(string name, ReadOnlySpan<char> text)
    {
        lock (_lock)
        {
            var room = Math.Max(0, MaxText - _text);
            _text += text.Length;
            if (room == 0)
            {
                return;
            }

            if (name != _pendingName)
            {
                FlushText();
            }

            _pendingName = name;
            _pending.Append(text.Length > room ? text[..(int)room] : text);
            if (text.Contains('\n') || _pending.Length > 1 << 14)
            {
                FlushText();
            }
        }
    }

    public void Flush()
    {
        lock (_lock)
        {
            FlushText();
        }
    }

    public void Send(HostMessage message)
    {
        lock (_lock)
        {
            FlushText();
            if (message.Data is not null && !Fits(message.Data))
            {
                return;
            }

            SendLine(message);
        }
    }

    /// <summary>Says that a cell has ended, and what was left out of its output.</summary>
    public void SendDone(int cell)
    {
        lock (_lock)
        {
            FlushText();
            if (_text > MaxText)
            {
                SendLeftOut($"{_text - MaxText:N0} more characters of console text: it keeps {MaxText:N0} per cell");
            }

            if (_valuesLeftOut > 0)
            {
                SendLeftOut($"{_valuesLeftOut:N0} more displayed values: it keeps {MaxValues:N0} characters per cell");
            }

            (_text, _values, _valuesLeftOut) = (0, 0, 0);
            SendLine(new HostMessage(HostMessage.Done) { Cell = cell });
        }
    }

    private bool Fits(Dictionary<string, string> data)
    {
        foreach (var (mime, value) in data)
        {
            if (value.Length > MaxValue)
            {
                data[mime] = (mime == "text/plain" ? value[..KeptOfLongText] + "\n" : "") + LeftOut($"{value.Length:N0} characters of {mime}: it keeps {MaxValue:N0} per value");
            }
        }

        _values += data.Values.Sum(value => (long)value.Length);
        if (_values <= MaxValues)
        {
            return true;
        }

        _valuesLeftOut++;
        return false;
    }

    private void SendLeftOut(FormattableString what) =>
        SendLine(new HostMessage(HostMessage.Text) { Name = "stderr", Value = $"\n{LeftOut(what)}\n" });

    private static string LeftOut(FormattableString what) => $"[The player left out {FormattableString.Invariant(what)}.]";

    private void FlushText()
    {
        if (_pending.Length == 0)
        {
            return;
        }

        SendLine(new HostMessage(HostMessage.Text) { Name = _pendingName, Value = _pending.ToString() });
        _pending.Clear();
    }

    private void SendLine(HostMessage message) => pipe.Write(Encoding.UTF8.GetBytes(message.ToJson() + "\n"));
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ShallowNet.Player.Notebooks;

/// <summary>Writes JSON as Jupyter does: only quotes, backslashes and control characters are escaped.</summary>
internal static class JupyterJson
{
    /// <summary>Appends a value.</summary>
    /// <param name="to">Where it is written.</param>
    /// <param name="node">The value; null is written as null.</param>
    /// <param name="lineBreak">Line break and white space that begin a line at the value's own level; "" for all on one line.</param>
    /// <param name="step">White space that one more level adds.</param>
    public static void Write(StringBuilder to, JsonNode? node, string lineBreak, string step)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } members:
                var separator = lineBreak.Length == 0 ? ":" : ": ";
                WriteList(to, '{', members, '}', lineBreak, step, (member, inner) =>
                {
                    WriteString(to, member.Key);
                    to.Append(separator);
                    Write(to, member.Value, inner, step);
                });
                break;
            case JsonArray { Count: > 0 } items:
                WriteList(to, '[', items, ']', lineBreak, step, (item, inner) => Write(to, item, inner, step));
                break;
            case JsonValue text when text.GetValueKind() == JsonValueKind.String:
                WriteString(to, text.GetValue<string>());
                break;
            default:
                to.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    private static void WriteList<T>(
        StringBuilder to, char open, IEnumerable<T> items, char close, string lineBreak, string step, Action<T, string> writeItem)
    {
        var inner = lineBreak.Length == 0 ? "" : lineBreak + step;
        var separator = open;
        foreach (var item in items)
        {
            to.Append(separator).Append(inner);
            writeItem(item, inner);
            separator = ',';
        }

        to.Append(lineBreak).Append(close);
    }

    private static void WriteString(StringBuilder to, string text)
    {
        to.Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => to.Append("\\\""),
                '\\' => to.Append("\\\\"),
                '\n' => to.Append("\\n"),
                '\r' => to.Append("\\r"),
                '\t' => to.Append("\\t"),
                '\b' => to.Append("\\b"),
                '\f' => to.Append("\\f"),
                < ' ' => to.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => to.Append(c),
            };
        }

        to.Append('"');
    }
}

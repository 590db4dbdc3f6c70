using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace ShallowNet.Player.Notebooks;

/// <summary>Writes changed cells into the bytes a notebook was read from, in that file's own layout.</summary>
internal static class NotebookWriter
{
    /// <summary>Cells' keys stand three levels deep: notebook, list of cells, cell.</summary>
    private const int KeyDepth = 3;

    public static byte[] Write(byte[] original, IReadOnlyList<Cell> cells)
    {
        var edits = cells.Where(cell => cell.IsPlayed).SelectMany(Edits).OrderBy(edit => edit.At.Start.Value);
        var result = new ArrayBufferWriter<byte>(original.Length + 1024);
        var done = 0;
        foreach (var (at, text) in edits)
        {
            result.Write(original.AsSpan(done..at.Start));
            result.Write(text);
            done = at.End.Value;
        }

        result.Write(original.AsSpan(done..));
        return result.WrittenSpan.ToArray();
    }

    private static IEnumerable<(Range At, byte[] Text)> Edits(Cell cell)
    {
        var count = cell.ExecutionCount?.ToString(CultureInfo.InvariantCulture) ?? "null";
        yield return Edit(cell.Spans, cell.Spans.ExecutionCount, "execution_count", Encoding.UTF8.GetBytes(count));
        yield return Edit(cell.Spans, cell.Spans.Outputs, "outputs", Serialize(cell.Outputs, cell.Spans.Indent));
    }

    private static (Range At, byte[] Text) Edit(CellSpans spans, Range? at, string key, byte[] value)
    {
        if (at is { } known)
            return (known, value);
        var separator = spans.Indent.Length == 0 ? "" : " ";
        return (spans.LastValueEnd..spans.LastValueEnd, [.. Encoding.UTF8.GetBytes($",{spans.Indent}\"{key}\":{separator}"), .. value]);
    }

    private static byte[] Serialize(JsonArray outputs, string indent)
    {
        var spaces = indent[(indent.LastIndexOf('\n') + 1)..];
        var text = new StringBuilder();
        JupyterJson.Write(text, outputs, indent, spaces[..(spaces.Length / KeyDepth)]);
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}

using System.Text.Encodings.Web;

namespace ShallowNet.Player.Notebooks;

/// <summary>Writes changed cells into the bytes a notebook was read from, in that file's own layout.</summary>
internal static partial class NotebookWriter
{
    /// <summary>Cells' keys stand three levels deep: notebook, list of cells, cell.</summary>
    private const int KeyDepth = 3;

    public static byte[] Write(byte[] original, JsonPlaces places, IEnumerable<Cell> cells)
    {
        using var result = new MemoryStream();
        var done = 0;
        foreach (var (at, text) in cells.Where(cell => cell.IsPlayed).SelectMany(cell => Edits(original, places, cell))
            .OrderBy(edit => edit.At.Start.Value))
        {
            result.Write(original.AsSpan(done..at.Start));
            result.Write(Encoding.UTF8.GetBytes(text));
            done = at.End.Value;
        }
        result.Write(original.AsSpan(done..));
        return result.ToArray();
    }

    private static IEnumerable<(Range At, string Text)> Edits(byte[] original, JsonPlaces places, Cell cell)
    {
        var path = $"$.cells[{cell.Number - 1}].";
        var type = places[path + "cell_type"];
        var indent = Indent(original.AsSpan(..type.Start));
        foreach (var (key, value) in ((string, JsonNode?)[])[("execution_count", cell.ExecutionCount), ("outputs", cell.Outputs)])
        {
            var text = Serialize(value, indent);
            yield return places.TryGetValue(path + key, out var at) ? (at, text)
                : (type.End..type.End, $",{indent}\"{key}\":{(indent.Length == 0 ? "" : " ")}{text}");
        }
    }

    /// <summary>The line break and the white space before a cell's key; "" where keys do not begin a line.</summary>
    private static string Indent(ReadOnlySpan<byte> before)
    {
        var feed = before.LastIndexOf((byte)'\n');
        var line = LineOfKey.Match(Encoding.UTF8.GetString(before[(feed + 1)..]));
        return feed < 0 || !line.Success ? "" : (feed > 0 && before[feed - 1] == '\r' ? "\r\n" : "\n") + line.Groups[1].Value;
    }

    private static string Serialize(JsonNode? value, string indent)
    {
        var spaces = indent.TrimStart('\r', '\n');
        var options = new JsonWriterOptions
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Indented = indent.Length > 0,
            IndentCharacter = spaces.FirstOrDefault(' '),
            IndentSize = spaces.Length / KeyDepth,
            NewLine = indent.StartsWith('\r') ? "\r\n" : "\n",
            MaxDepth = 1000,
        };
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, options))
            JsonSerializer.Serialize(writer, value);
        var text = Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
        return Escape.Replace(indent.Length > 0 ? text.Replace(options.NewLine, indent, StringComparison.Ordinal) : text, Readable);
    }

    /// <summary>Jupyter escapes quotes, backslashes and control characters only; the framework escapes emoji and more.</summary>
    private static string Readable(Match escape) =>
        !escape.Groups[1].Success ? escape.Value
        : int.Parse(escape.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture) is >= 0x7F and var code
            ? ((char)code).ToString()
        : escape.Value.ToLowerInvariant();

    [GeneratedRegex("^([ \t]*)\"cell_type\"")] private static partial Regex LineOfKey { get; }
    [GeneratedRegex(@"\\(?:u([0-9A-F]{4})|.)")] private static partial Regex Escape { get; }
}

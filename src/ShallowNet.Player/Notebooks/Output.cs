namespace ShallowNet.Player.Notebooks;

/// <summary>Builds and reads the outputs of a code cell as nbformat 4 defines them.</summary>
internal static class Output
{
    /// <summary>Text written to the console, lines ending in \n. The name is "stdout" or "stderr".</summary>
    public static JsonObject Stream(string name, string text) =>
        new() { ["name"] = name, ["output_type"] = "stream", ["text"] = Lines(text) };

    /// <summary>Something a cell displayed: the same thing in one or more MIME types.</summary>
    public static JsonObject DisplayData(IEnumerable<KeyValuePair<string, string>> data) =>
        new() { ["data"] = Bundle(data), ["metadata"] = new JsonObject(), ["output_type"] = "display_data" };

    /// <summary>The value of a cell's last expression in one or more MIME types, with the count of the cell's own execution.</summary>
    public static JsonObject ExecuteResult(int executionCount, IEnumerable<KeyValuePair<string, string>> data) => new()
    {
        ["data"] = Bundle(data),
        ["execution_count"] = executionCount,
        ["metadata"] = new JsonObject(),
        ["output_type"] = "execute_result",
    };

    /// <summary>The error that ended a cell; the traceback says where it happened, innermost first.</summary>
    public static JsonObject Error(string name, string value, IEnumerable<string> traceback) =>
        new() { ["ename"] = name, ["evalue"] = value, ["output_type"] = "error", ["traceback"] = Array(traceback) };

    /// <summary>Text of a multi-line value: a string, or a list of strings to be joined. Anything else gives "".</summary>
    public static string Text(JsonNode? value) => value switch
    {
        JsonArray lines => string.Concat(lines.Select(line => line is JsonArray ? "" : Text(line))),
        JsonValue text when text.GetValueKind() == JsonValueKind.String => text.GetValue<string>(),
        _ => "",
    };

    private static JsonObject Bundle(IEnumerable<KeyValuePair<string, string>> data) =>
        new(data.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => KeyValuePair.Create(pair.Key, IsJson(pair.Key) ? Json(pair.Value) : Lines(pair.Value))));

    private static bool IsJson(string mime) => mime == "application/json" || mime.EndsWith("+json", StringComparison.Ordinal);

    private static JsonNode? Json(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return Lines(text);
        }
    }

    private static JsonArray Lines(string text)
    {
        var lines = text.Split('\n');
        return Array(lines.Select((line, i) => i < lines.Length - 1 ? line + "\n" : line).Where(line => line.Length > 0));
    }

    private static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}

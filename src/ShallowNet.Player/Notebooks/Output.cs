namespace ShallowNet.Player.Notebooks;

/// <summary>Builds and reads the outputs of a code cell as nbformat 4 defines them.</summary>
internal static class Output
{
    /// <summary>Text written to the console.</summary>
    /// <param name="name">"stdout" or "stderr".</param>
    /// <param name="text">The text, lines ending in \n.</param>
    public static JsonObject Stream(string name, string text) =>
        new() { ["name"] = name, ["output_type"] = "stream", ["text"] = Lines(text) };

    /// <summary>Something a cell displayed.</summary>
    /// <param name="data">The same thing in one or more MIME types.</param>
    public static JsonObject DisplayData(IEnumerable<KeyValuePair<string, string>> data) =>
        new() { ["data"] = Bundle(data), ["metadata"] = new JsonObject(), ["output_type"] = "display_data" };

    /// <summary>The value of a cell's last expression.</summary>
    /// <param name="executionCount">The count of the cell's own execution.</param>
    /// <param name="data">The value in one or more MIME types.</param>
    public static JsonObject ExecuteResult(int executionCount, IEnumerable<KeyValuePair<string, string>> data) => new()
    {
        ["data"] = Bundle(data),
        ["execution_count"] = executionCount,
        ["metadata"] = new JsonObject(),
        ["output_type"] = "execute_result",
    };

    /// <summary>The error that ended a cell.</summary>
    /// <param name="name">Name of the error, for example the exception's type.</param>
    /// <param name="value">The message.</param>
    /// <param name="traceback">Lines that say where it happened, innermost first.</param>
    public static JsonObject Error(string name, string value, IEnumerable<string> traceback) => new()
    {
        ["ename"] = name,
        ["evalue"] = value,
        ["output_type"] = "error",
        ["traceback"] = new JsonArray([.. traceback.Select(line => (JsonNode)line)]),
    };

    /// <summary>Text of a multi-line value: a string, or a list of strings to be joined. Anything else gives "".</summary>
    /// <param name="value">The value as the file holds it.</param>
    public static string Text(JsonNode? value) => value switch
    {
        JsonArray lines => string
            .Concat(lines.Select(line => line is JsonValue && line.GetValueKind() == JsonValueKind.String ? line.GetValue<string>() : "")),
        JsonValue text when text.GetValueKind() == JsonValueKind.String => text.GetValue<string>(),
        _ => "",
    };

    private static JsonObject Bundle(IEnumerable<KeyValuePair<string, string>> data)
    {
        var bundle = new JsonObject();
        foreach (var (mime, value) in data.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            bundle[mime] = IsJson(mime) ? Json(value) : Lines(value);
        return bundle;
    }

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
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var newline = text.IndexOf('\n', start);
            var end = newline < 0 ? text.Length : newline + 1;
            lines.Add((JsonNode)text[start..end]);
            start = end;
        }
        return lines;
    }
}

namespace ShallowNet.Player.Notebooks;

/// <summary>Reads nbformat 4 files and says clearly what is wrong with any other.</summary>
internal sealed partial class NotebookReader
{
    /// <summary>Deeper than any notebook seen; protects the stack.</summary>
    private const int MaxDepth = 128;

    private readonly string _file;
    private readonly byte[] _bytes;
    private readonly JsonNode? _root;

    /// <exception cref="NotebookFormatException">It is not JSON, or an object has a key twice.</exception>
    public NotebookReader(string file, byte[] bytes, CancellationToken cancellation)
    {
        (_file, _bytes) = (file, bytes);
        try
        {
            _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(bytes);
            var readable = WithoutHalfSurrogates(bytes);
            Places = new(
                (key, offset) => throw Problem(offset, $"the key \"{key}\" comes twice in the same object; remove one."), cancellation);
            Places.Read(readable, MaxDepth);
            _root = JsonNode.Parse(readable, documentOptions: new() { MaxDepth = MaxDepth });
        }
        catch (DecoderFallbackException e)
        {
            throw Problem(e.Index, "the bytes are not UTF-8 text; save the notebook as UTF-8.");
        }
        catch (JsonException e)
        {
            var message = "this is not valid JSON: " + e.Message.Split(" LineNumber:")[0];
            throw new NotebookFormatException(file, (e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1, message);
        }
    }

    public JsonPlaces Places { get; }

    public IReadOnlyList<Cell> Cells()
    {
        if (_root is not JsonObject notebook)
            throw Problem("$", $"a notebook is a JSON object with \"cells\" and \"nbformat\", but this is {Describe(_root)}.");
        var minor = Minor(notebook);
        Need(notebook, "cells", "$", "the notebook has no \"cells\"; expected a list of cells.");
        var list = Expect<JsonArray>(notebook, "cells", "$", "the notebook's")!;
        var language = Languages.OfNotebook(Expect<JsonObject>(notebook, "metadata", "$", "the notebook's"));
        var cells = list.Select((cell, i) => ReadCell(cell, i + 1, $"$.cells[{i}]", language)).ToArray();
        return minor >= 5 && cells.Where(cell => cell.Id is not null).GroupBy(cell => cell.Id).FirstOrDefault(same => same.Count() > 1)
            ?.ToArray() is [var first, var second, ..]
            ? throw Problem($"$.cells[{second.Number - 1}]",
                $"cells {first.Number} and {second.Number} have the same id \"{first.Id}\"; give one of them another.")
            : cells;
    }

    private int Minor(JsonObject notebook)
    {
        var major = Integer(Need(notebook, "nbformat", "$", "there is no \"nbformat\"; a notebook says \"nbformat\": 4."));
        if (major != 4)
        {
            throw Problem("$.nbformat", major < 4
                ? $"this is nbformat {major}; only nbformat 4 can be read. Open it in Jupyter or VS Code and save it again."
                : $"\"nbformat\" is {Excerpt("$.nbformat")}; only nbformat 4 can be read.");
        }
        return !notebook.TryGetPropertyValue("nbformat_minor", out var value) ? 0 : Integer(value) is >= 0 and var minor ? minor
            : throw Problem("$.nbformat_minor", $"\"nbformat_minor\" is {Excerpt("$.nbformat_minor")}; expected a whole number such as 5.");
    }

    private Cell ReadCell(JsonNode? node, int number, string path, string notebookLanguage)
    {
        if (node is not JsonObject cell)
            throw Problem(path, $"cell {number} is {Describe(node)}; expected an object with \"cell_type\" and \"source\".");
        const string kinds = "expected \"code\", \"markdown\" or \"raw\".";
        var owner = $"cell {number}'s";
        var kind = String(Need(cell, "cell_type", path, $"cell {number} has no \"cell_type\"; {kinds}")) switch
        {
            "code" => CellKind.Code,
            "markdown" => CellKind.Markdown,
            "raw" => CellKind.Raw,
            _ => throw Problem($"{path}.cell_type", $"cell {number} has the \"cell_type\" {Excerpt($"{path}.cell_type")}; {kinds}"),
        };
        var source = Need(cell, "source", path, $"cell {number} has no \"source\"; expected its text as a string or a list of strings.");
        if (cell.TryGetPropertyValue("id", out var id) && String(id) is null)
            throw Problem($"{path}.id", $"{owner} \"id\" is {Describe(id)}; expected a string.");
        var metadata = Expect<JsonObject>(cell, "metadata", path, owner);
        var isCode = kind == CellKind.Code;
        return new Cell
        {
            Number = number,
            Id = String(id),
            Kind = kind,
            Language = isCode ? Languages.OfCell(metadata) ?? notebookLanguage : kind == CellKind.Markdown ? "markdown" : "raw",
            Source = Source(source, $"{path}.source", owner),
            Attachments = Attachments(cell["attachments"]),
            ExecutionCount = isCode ? Count(cell["execution_count"], $"{path}.execution_count", owner) : null,
            Outputs = isCode ? Outputs(cell, path, owner) : [],
        };
    }

    private string Source(JsonNode? source, string path, string owner)
    {
        if (source is JsonArray lines && lines.ToList().FindIndex(line => String(line) is null) is >= 0 and var i)
            throw Problem($"{path}[{i}]", $"{owner} \"source\" holds {Describe(lines[i])}; expected strings only.");
        return source is JsonArray || String(source) is not null
            ? Output.Text(source)
            : throw Problem(path, $"{owner} \"source\" is {Describe(source)}; expected a string or a list of strings.");
    }

    private int? Count(JsonNode? count, string path, string owner) => count is null ? null : Integer(count)
        ?? throw Problem(path, $"{owner} \"execution_count\" is {Excerpt(path)}; expected a whole number or null.");

    private JsonArray Outputs(JsonObject cell, string path, string owner)
    {
        var outputs = Expect<JsonArray>(cell, "outputs", path, owner) ?? [];
        foreach (var (i, output) in outputs.Index().Where(output => output.Item is not JsonObject))
            throw Problem($"{path}.outputs[{i}]", $"{owner} \"outputs\" holds {Describe(output)}; expected objects only.");
        return outputs;
    }

    private static Dictionary<string, (string Mime, string Base64)> Attachments(JsonNode? attachments) => (attachments as JsonObject ?? [])
        .Where(file => file.Value is JsonObject { Count: > 0 })
        .ToDictionary(file => file.Key, file => (file.Value!.AsObject().First().Key, Output.Text(file.Value.AsObject().First().Value)));

    /// <summary>A member that an object must have, whatever it holds.</summary>
    private JsonNode? Need(JsonObject owner, string key, string path, string otherwise) =>
        owner.TryGetPropertyValue(key, out var value) ? value : throw Problem(path, otherwise);

    /// <summary>The member of an object; null if it has none.</summary>
    private T? Expect<T>(JsonObject owner, string key, string path, string named)
        where T : JsonNode => !owner.ContainsKey(key) ? null : owner[key] as T
            ?? throw Problem($"{path}.{key}",
                $"{named} \"{key}\" is {Describe(owner[key])}; expected {(typeof(T) == typeof(JsonArray) ? "a list" : "an object")}.");

    private static string? String(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static int? Integer(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    private static string Describe(JsonNode? node) => node?.GetValueKind() switch
    {
        null => "null",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        _ => node.ToJsonString(),
    };

    private string Excerpt(string path)
    {
        var text = Encoding.UTF8.GetString(_bytes.AsSpan(Places[path])).ReplaceLineEndings(" ");
        return text.Length <= 40 ? text : text[..40] + "…";
    }

    private NotebookFormatException Problem(string path, string problem) => Problem(Places[path].Start.Value, problem);

    private NotebookFormatException Problem(int offset, string problem)
    {
        var before = _bytes.AsSpan(0, offset);
        return new NotebookFormatException(_file, before.Count((byte)'\n') + 1, offset - before.LastIndexOf((byte)'\n'), problem);
    }

    /// <summary>Half a surrogate pair (\ud83d without its partner) is no text: \ufffd, of the same length, takes its place.</summary>
    private static byte[] WithoutHalfSurrogates(byte[] json) => json.AsSpan().IndexOf("\\ud"u8) < 0 && json.AsSpan().IndexOf("\\uD"u8) < 0
        ? json
        : Encoding.Latin1.GetBytes(
            Escape.Replace(Encoding.Latin1.GetString(json), escape => escape.Groups["half"].Success ? "\\ufffd" : escape.Value));

    [GeneratedRegex(@"\\(?:u[dD][89abAB]..\\u[dD][c-fC-F]..|(?<half>u[dD][89a-fA-F]..)|.)", RegexOptions.Singleline)]
    private static partial Regex Escape { get; }
}

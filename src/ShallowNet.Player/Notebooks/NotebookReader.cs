using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ShallowNet.Player.Notebooks;

/// <summary>Reads nbformat 4 files and says clearly what is wrong with any other.</summary>
internal sealed class NotebookReader(string file, byte[] bytes)
{
    private readonly JsonSpans _json = new(file, bytes);

    public (int Minor, string Language, List<Cell> Cells) Read()
    {
        var root = _json.Root();
        if (root.Kind != JsonTokenType.StartObject)
            throw _json.Problem(root.Start, $"a notebook is a JSON object with \"cells\" and \"nbformat\", but this is {JsonSpans.Describe(root.Kind)}.");
        var members = _json.Members(root).ToDictionary(member => member.Key);
        var minor = Minor(root, members);
        if (!members.TryGetValue("cells", out var cells))
            throw _json.Problem(root.Start, "the notebook has no \"cells\"; expected a list of cells.");
        Expect(cells, JsonTokenType.StartArray, "the notebook's");
        var language = Languages.OfNotebook(Metadata(members, "the notebook's"));
        return (minor, language, ReadCells(cells.Value, language, minor));
    }

    private int Minor(JsonSpan root, Dictionary<string, JsonMember> members)
    {
        if (!members.TryGetValue("nbformat", out var nbformat))
            throw _json.Problem(root.Start, "there is no \"nbformat\"; a notebook says \"nbformat\": 4.");
        var major = _json.Integer(nbformat.Value);
        if (major is < 4)
            throw _json.Problem(nbformat.Value.Start, $"this is nbformat {major}; only nbformat 4 can be read. Open it in Jupyter or VS Code and save it again.");
        if (major is not 4)
            throw _json.Problem(nbformat.Value.Start, $"\"nbformat\" is {Excerpt(nbformat.Value)}; only nbformat 4 can be read.");
        if (!members.TryGetValue("nbformat_minor", out var minor))
            return 0;
        return _json.Integer(minor.Value) is >= 0 and var number
            ? number
            : throw _json.Problem(minor.Value.Start, $"\"nbformat_minor\" is {Excerpt(minor.Value)}; expected a whole number such as 5.");
    }

    private List<Cell> ReadCells(JsonSpan list, string notebookLanguage, int minor)
    {
        var cells = new List<Cell>();
        var ids = new Dictionary<string, int>();
        var (line, counted) = (1, 0);
        foreach (var span in _json.Elements(list))
        {
            var number = cells.Count + 1;
            line += bytes.AsSpan(counted..span.Start).Count((byte)'\n');
            counted = span.Start;
            if (span.Kind != JsonTokenType.StartObject)
                throw _json.Problem(span.Start, $"cell {number} is {JsonSpans.Describe(span.Kind)}; expected an object with \"cell_type\" and \"source\".");
            var cell = ReadCell(number, span, notebookLanguage, line);
            if (minor >= 5 && cell.Id is not null && !ids.TryAdd(cell.Id, number))
                throw _json.Problem(span.Start, $"cells {ids[cell.Id]} and {number} have the same id \"{cell.Id}\"; give one of them another.");
            cells.Add(cell);
        }

        return cells;
    }

    private Cell ReadCell(int number, JsonSpan span, string notebookLanguage, int line)
    {
        var owner = $"cell {number}'s";
        var list = _json.Members(span);
        var members = list.ToDictionary(member => member.Key);
        var kind = Kind(number, span, members);
        if (!members.TryGetValue("source", out var source))
            throw _json.Problem(span.Start, $"cell {number} has no \"source\"; expected its text as a string or a list of strings.");
        if (members.TryGetValue("id", out var id))
            Expect(id, JsonTokenType.String, owner);
        var metadata = Metadata(members, owner);
        var language = kind == CellKind.Code ? Languages.OfCell(metadata) ?? notebookLanguage : kind == CellKind.Markdown ? "markdown" : "raw";
        var head = new CellHead(number, kind, id.Key is null ? null : _json.String(id.Value), Text(source, owner), Count(kind, members, owner), Attachments(members));
        return new(head, language, line, Spans(kind, list, owner), () => Outputs(members.GetValueOrDefault("outputs").Value));
    }

    private CellKind Kind(int number, JsonSpan span, Dictionary<string, JsonMember> members)
    {
        if (!members.TryGetValue("cell_type", out var type))
            throw _json.Problem(span.Start, $"cell {number} has no \"cell_type\"; expected \"code\", \"markdown\" or \"raw\".");
        return (type.Value.Kind == JsonTokenType.String ? _json.String(type.Value) : "") switch
        {
            "code" => CellKind.Code,
            "markdown" => CellKind.Markdown,
            "raw" => CellKind.Raw,
            _ => throw _json.Problem(type.Value.Start, $"cell {number} has the \"cell_type\" {Excerpt(type.Value)}; expected \"code\", \"markdown\" or \"raw\"."),
        };
    }

    private string Text(JsonMember member, string owner)
    {
        if (member.Value.Kind == JsonTokenType.String)
            return _json.String(member.Value);
        if (member.Value.Kind != JsonTokenType.StartArray)
            throw _json.Problem(member.Value.Start, $"{owner} \"{member.Key}\" is {JsonSpans.Describe(member.Value.Kind)}; expected a string or a list of strings.");
        var text = new StringBuilder();
        foreach (var line in _json.Elements(member.Value))
        {
            text.Append(line.Kind == JsonTokenType.String
                ? _json.String(line)
                : throw _json.Problem(line.Start, $"{owner} \"{member.Key}\" holds {JsonSpans.Describe(line.Kind)}; expected strings only."));
        }

        return text.ToString();
    }

    private int? Count(CellKind kind, Dictionary<string, JsonMember> members, string owner)
    {
        if (kind != CellKind.Code || !members.TryGetValue("execution_count", out var count) || count.Value.Kind == JsonTokenType.Null)
            return null;
        return _json.Integer(count.Value)
            ?? throw _json.Problem(count.Value.Start, $"{owner} \"execution_count\" is {Excerpt(count.Value)}; expected a whole number or null.");
    }

    private JsonElement Metadata(Dictionary<string, JsonMember> members, string owner)
    {
        if (!members.TryGetValue("metadata", out var metadata))
            return default;
        Expect(metadata, JsonTokenType.StartObject, owner);
        return Element(metadata.Value);
    }

    private Dictionary<string, Attachment> Attachments(Dictionary<string, JsonMember> members)
    {
        var attachments = new Dictionary<string, Attachment>();
        if (!members.TryGetValue("attachments", out var all) || all.Value.Kind != JsonTokenType.StartObject)
            return attachments;
        foreach (var file in _json.Members(all.Value).Where(file => file.Value.Kind == JsonTokenType.StartObject))
        {
            foreach (var mime in _json.Members(file.Value).Where(mime => mime.Value.Kind is JsonTokenType.String or JsonTokenType.StartArray))
                attachments.TryAdd(file.Key, new(mime.Key, Text(mime, "an attachment's")));
        }

        return attachments;
    }

    private CellSpans Spans(CellKind kind, List<JsonMember> members, string owner)
    {
        var outputs = members.Find(member => member.Key == "outputs");
        var count = members.Find(member => member.Key == "execution_count");
        if (kind == CellKind.Code && outputs.Key is not null)
        {
            Expect(outputs, JsonTokenType.StartArray, owner);
            foreach (var output in _json.Elements(outputs.Value).Where(output => output.Kind != JsonTokenType.StartObject))
                throw _json.Problem(output.Start, $"{owner} \"outputs\" holds {JsonSpans.Describe(output.Kind)}; expected objects only.");
        }

        return new(outputs.Key is null ? null : outputs.Value.Range, count.Key is null ? null : count.Value.Range, members[^1].Value.End, Indent(members[0].KeyStart));
    }

    private string Indent(int keyStart)
    {
        var lineStart = bytes.AsSpan(0, keyStart).LastIndexOf((byte)'\n');
        if (lineStart < 0 || bytes.AsSpan(lineStart..keyStart).ContainsAnyExcept(" \t\n"u8))
            return "";
        var first = lineStart > 0 && bytes[lineStart - 1] == '\r' ? lineStart - 1 : lineStart;
        return Encoding.UTF8.GetString(bytes.AsSpan(first..keyStart));
    }

    private JsonArray Outputs(JsonSpan span)
    {
        if (span.Kind != JsonTokenType.StartArray)
            return [];
        try
        {
            var options = new JsonDocumentOptions { MaxDepth = JsonSpans.MaxDepth, AllowDuplicateProperties = false };
            return JsonNode.Parse(_json[span], documentOptions: options)!.AsArray();
        }
        catch (JsonException e)
        {
            throw _json.Problem(span.Start, "an output cannot be read: " + e.Message);
        }
    }

    private void Expect(JsonMember member, JsonTokenType kind, string owner)
    {
        if (member.Value.Kind != kind)
            throw _json.Problem(member.Value.Start, $"{owner} \"{member.Key}\" is {JsonSpans.Describe(member.Value.Kind)}; expected {JsonSpans.Describe(kind)}.");
    }

    private JsonElement Element(JsonSpan span)
    {
        using var document = JsonDocument.Parse(_json[span].ToArray(), new JsonDocumentOptions { MaxDepth = JsonSpans.MaxDepth });
        return document.RootElement.Clone();
    }

    private string Excerpt(JsonSpan span)
    {
        var text = Encoding.UTF8.GetString(_json[span]).ReplaceLineEndings(" ");
        return text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 40), "…");
    }
}

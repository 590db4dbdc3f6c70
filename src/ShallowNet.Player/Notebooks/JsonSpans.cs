using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ShallowNet.Player.Notebooks;

/// <summary>A JSON value inside a file: where its bytes lie and what kind of token it begins with.</summary>
/// <param name="Start">Offset of the first byte.</param>
/// <param name="End">Offset after the last byte.</param>
/// <param name="Kind">Its first token.</param>
internal readonly record struct JsonSpan(int Start, int End, JsonTokenType Kind)
{
    public Range Range => Start..End;
}

/// <summary>A key and its value inside a JSON object.</summary>
internal readonly record struct JsonMember(string Key, int KeyStart, JsonSpan Value);

/// <summary>
/// Finds the parts of a JSON text by their places, without building a tree: large outputs cost no memory,
/// and what is not touched keeps its bytes.
/// </summary>
internal sealed partial class JsonSpans(string file, byte[] bytes)
{
    /// <summary>Deeper than any notebook seen; protects the stack.</summary>
    public const int MaxDepth = 128;

    private readonly byte[] _readable = Surrogates.Repair(bytes);

    /// <summary>The bytes, with halves of surrogate pairs replaced by U+FFFD so that every string can be read.</summary>
    public ReadOnlySpan<byte> this[JsonSpan span] => _readable.AsSpan(span.Range);

    /// <summary>The whole text as one object. Checks the syntax of all of it.</summary>
    public JsonSpan Root()
    {
        try
        {
            var reader = NewReader(_readable);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            var kind = reader.TokenType;
            reader.Skip();
            var end = (int)reader.BytesConsumed;
            reader.Read();
            return new(start, end, kind);
        }
        catch (JsonException e)
        {
            var line = (int)(e.LineNumber ?? 0) + 1;
            var column = (int)(e.BytePositionInLine ?? 0) + 1;
            throw new NotebookFormatException(file, line, column, "this is not valid JSON: " + Tail().Replace(e.Message, ""), e);
        }
    }

    /// <summary>The members of an object, in their order. A key that comes twice is refused.</summary>
    public List<JsonMember> Members(JsonSpan span)
    {
        var members = new List<JsonMember>();
        var reader = NewReader(this[span]);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var keyStart = span.Start + (int)reader.TokenStartIndex;
            var key = reader.GetString()!;
            reader.Read();
            if (members.Exists(member => member.Key == key))
                throw Problem(keyStart, $"the key \"{key}\" comes twice in the same object; remove one.");
            members.Add(new(key, keyStart, Value(ref reader, span.Start)));
        }

        return members;
    }

    /// <summary>The elements of an array, in their order.</summary>
    public List<JsonSpan> Elements(JsonSpan span)
    {
        var elements = new List<JsonSpan>();
        var reader = NewReader(this[span]);
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            elements.Add(Value(ref reader, span.Start));
        return elements;
    }

    /// <summary>The text of a string value.</summary>
    public string String(JsonSpan span)
    {
        var reader = NewReader(this[span]);
        reader.Read();
        return reader.GetString()!;
    }

    /// <summary>The value of a whole number, or null where it is something else.</summary>
    public int? Integer(JsonSpan span)
    {
        if (span.Kind != JsonTokenType.Number)
            return null;
        var reader = NewReader(this[span]);
        reader.Read();
        return reader.TryGetInt32(out var number) ? number : null;
    }

    /// <summary>An exception that names the file and the place of a byte.</summary>
    public NotebookFormatException Problem(int offset, string problem)
    {
        var before = bytes.AsSpan(0, offset);
        var line = before.Count((byte)'\n') + 1;
        return new(file, line, offset - before.LastIndexOf((byte)'\n'), problem);
    }

    /// <summary>Names what a value is, for messages.</summary>
    public static string Describe(JsonTokenType kind) => kind switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => kind.ToString().ToLower(CultureInfo.InvariantCulture),
    };

    private static Utf8JsonReader NewReader(ReadOnlySpan<byte> text) => new(text, new JsonReaderOptions { MaxDepth = MaxDepth });

    private static JsonSpan Value(ref Utf8JsonReader reader, int origin)
    {
        var start = origin + (int)reader.TokenStartIndex;
        var kind = reader.TokenType;
        reader.Skip();
        return new(start, origin + (int)reader.BytesConsumed, kind);
    }

    [GeneratedRegex(@" (Path: .* \| )?LineNumber: .*$", RegexOptions.Singleline)]
    private static partial Regex Tail();
}

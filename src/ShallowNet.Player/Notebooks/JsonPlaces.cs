namespace ShallowNet.Player.Notebooks;

/// <summary>Where the values of a JSON text lie, by paths such as "$.cells[0].source": a JsonNode does not know its place.</summary>
internal sealed class JsonPlaces(Action<string, int> doubled, CancellationToken cancellation) : Dictionary<string, Range>
{
    /// <summary>Nothing below a line of a cell's source is asked for.</summary>
    private const int Deepest = 4;

    /// <summary>Reads a text, checking the syntax of all of it; tells of a key that comes twice in an object, and its offset.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public void Read(ReadOnlySpan<byte> json, int maxDepth)
    {
        var reader = new Utf8JsonReader(json, new() { MaxDepth = maxDepth });
        reader.Read();
        Visit(ref reader, "$", 0);
        reader.Read();
    }

    private void Visit(ref Utf8JsonReader reader, string path, int depth)
    {
        cancellation.ThrowIfCancellationRequested();
        var start = (int)reader.TokenStartIndex;
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            var keys = new HashSet<string>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var key = reader.GetString()!;
                if (!keys.Add(key))
                    doubled(key, (int)reader.TokenStartIndex);
                reader.Read();
                // A key may hold anything; only plain ones can be asked for.
                var name = key.All(c => char.IsAsciiLetter(c) || c == '_') ? "." + key : $".{keys.Count}";
                Visit(ref reader, depth < Deepest ? path + name : "", depth + 1);
            }
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
                Visit(ref reader, depth < Deepest ? $"{path}[{i}]" : "", depth + 1);
        }
        if (depth <= Deepest)
            this[path] = start..(int)reader.BytesConsumed;
    }
}

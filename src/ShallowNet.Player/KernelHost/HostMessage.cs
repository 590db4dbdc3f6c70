using System.Text.Json.Serialization;

namespace ShallowNet.Player.KernelHost;

/// <summary>One line of the conversation between the player and a kernel host.</summary>
internal sealed partial record HostMessage(string Kind)
{
    public const string Run = "run", Text = "text", Display = "display", Result = "result", Note = "note", Done = "done";

    public int Cell { get; init; }
    public string? Name { get; init; }
    public string? Value { get; init; }
    public Dictionary<string, string>? Data { get; init; }
    public int? Line { get; init; }
    public int? Column { get; init; }
    public string[]? Traceback { get; init; }

    public byte[] ToLine() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Json.Default.HostMessage), (byte)'\n'];

    /// <summary>The message of a line; null for half a line of one who died.</summary>
    public static HostMessage? FromLine(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, Json.Default.HostMessage);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonSerializable(typeof(HostMessage))]
    private sealed partial class Json : JsonSerializerContext;
}

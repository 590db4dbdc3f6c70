using System.Text.Json;
using System.Text.Json.Serialization;

namespace ShallowNet.Player.Engine;

/// <summary>One line of the conversation between the player and a worker process.</summary>
internal sealed record WorkerMessage(string Kind)
{
    public const string Run = "run", Ready = "ready", Text = "text", Display = "display", Result = "result", Error = "error", Note = "note", Done = "done";

    public int Cell { get; init; }

    public string? Name { get; init; }

    public string? Value { get; init; }

    public Dictionary<string, string>? Data { get; init; }

    public int? Line { get; init; }

    public int? Column { get; init; }

    public string[]? Traceback { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, WorkerMessageJson.Default.WorkerMessage);

    public static WorkerMessage FromJson(string line) =>
        JsonSerializer.Deserialize(line, WorkerMessageJson.Default.WorkerMessage) ?? throw new JsonException("An empty message.");
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(WorkerMessage))]
internal sealed partial class WorkerMessageJson : JsonSerializerContext;

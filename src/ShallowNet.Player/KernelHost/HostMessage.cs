namespace ShallowNet.Player.KernelHost;

/// <summary>One line of the conversation between the player and a kernel host.</summary>
internal sealed record HostMessage(string Kind)
{
    public const string Run = "run", Ready = "ready", Text = "text", Display = "display", Result = "result", Error = "error", Note =
        "note", Done = "done";

    public int Cell { get; init; }

    public string? Name { get; init; }

    public string? Value { get; init; }

    public Dictionary<string, string>? Data { get; init; }

    public int? Line { get; init; }

    public int? Column { get; init; }

    public string[]? Traceback { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, HostMessageJson.Default.HostMessage);

    public static HostMessage FromJson(string line) =>
        JsonSerializer.Deserialize(line, HostMessageJson.Default.HostMessage) ?? throw new JsonException("An empty message.");
}

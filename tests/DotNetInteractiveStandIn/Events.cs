using System.Text.Encodings.Web;
using System.Text.Json;

namespace DotNetInteractiveStandIn;

/// <summary>Writes events as the real kernel does: one JSON object a line.</summary>
internal sealed class Events(TextWriter writer)
{
    private static readonly string[] Route = ["kernel://pid-1/csharp", "kernel://pid-1/"];
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Write(string type, string? token, object body) => writer.WriteLine(JsonSerializer.Serialize(new Dictionary<string, object?>
    {
        ["event"] = body,
        ["eventType"] = type,
        ["command"] = token is null ? null
            : new { token, commandType = "SubmitCode", command = new { code = "", targetKernelName = "csharp" } },
        ["routingSlip"] = Route,
    }, Options));

    public void Value(string type, string token, string mime, string value, string? id = null) =>
        Write(type, token, new { formattedValues = new[] { new { mimeType = mime, value, suppressDisplay = false } }, valueId = id });

    public void Raw(string text) => writer.Write(text);
}

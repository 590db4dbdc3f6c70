using System.Text.Json;

namespace DotNetInteractiveStandIn;

/// <summary>A command as it comes over the standard input.</summary>
internal sealed record Command(string Token, string Type, string Code, string? Kernel)
{
    public static Command Read(string line)
    {
        var root = JsonDocument.Parse(line).RootElement;
        var body = root.GetProperty("command");
        return new Command(root.GetProperty("token").GetString()!, root.GetProperty("commandType").GetString()!, Text(body, "code") ?? "",
            Text(body, "targetKernelName"));
    }

    private static string? Text(JsonElement body, string name) => body.TryGetProperty(name, out var value) ? value.GetString() : null;
}

using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DotNetInteractiveStandIn;

/// <summary>Plays a cell whose lines are not C# but say what the kernel shall do, for example "out Hello" or "exit 3".</summary>
internal sealed class StandIn(string token, string code, string? kernel)
{
    private const string Returned = "ReturnValueProduced", Displayed = "DisplayedValueProduced", Output = "StandardOutputValueProduced";
    private static readonly string[] Route = ["kernel://pid-1/csharp", "kernel://pid-1/"];
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Carries out a command as it comes over the standard input; false once that was to quit.</summary>
    public static bool TryPlay(string line)
    {
        var command = JsonNode.Parse(line)!;
        var (token, body) = ((string)command["token"]!, command["command"]!);
        if ((string?)command["commandType"] == "Quit")
        {
            Write("CommandSucceeded", token, new { executionOrder = 0 });
            return false;
        }
        new StandIn(token, (string?)body["code"] ?? "", (string?)body["targetKernelName"]).Play();
        return true;
    }

    /// <summary>Writes an event as the real kernel does: one JSON object a line.</summary>
    public static void Write(string type, string? token, object body) => Console.WriteLine(JsonSerializer.Serialize(new
    {
        @event = body,
        eventType = type,
        command = token is null ? null
            : new { token, commandType = "SubmitCode", command = new { code = "", targetKernelName = "csharp" } },
        routingSlip = Route,
    }, Options));

    private void Play()
    {
        Write("CodeSubmissionReceived", token, new { code });
        foreach (var line in code.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ', 2);
            var rest = words.Length > 1 ? words[1].Replace("\\n", "\n", StringComparison.Ordinal) : "";
            if (Do(words[0], rest) is not { } failure)
                continue;
            Write("CommandFailed", token, new { message = failure, executionOrder = (int?)null });
            return;
        }
        Write("CommandSucceeded", token, new { executionOrder = 0 });
    }

    /// <summary>Does what one line says; gives the message to fail with, or null to go on.</summary>
    private string? Do(string what, string rest)
    {
        var (first, tail) = rest.Split(' ', 2) is [var a, var b] ? (a, b) : (rest, "");
        switch (what)
        {
            case "out": Value(Output, rest); break;
            case "err": Value("StandardErrorValueProduced", rest); break;
            case "return": Value(Returned, tail, mime: first); break;
            case "display": Value(Displayed, tail, id: first); break;
            case "update": Value("DisplayedValueUpdated", tail, id: first); break;
            case "install":
                Value(Displayed, "<div><div></div><div><strong>Installing Packages</strong><ul><li><span>" + tail, "text/html", first);
                break;
            case "two": Write(Returned, token, new { formattedValues = TwoAndOneHidden(), valueId = (string?)null }); break;
            case "child":
                // What the real kernel tells of the rest of a cell after its directives were carried out.
                new StandIn(token + ".3", "", null).Value(Output, rest);
                Write("CommandSucceeded", token + ".3", new { executionOrder = 0 });
                break;
            case "kernel": Value(Returned, kernel ?? "none"); break;
            case "folder": Value(Returned, Environment.CurrentDirectory); break;
            case "variable": Value(Returned, Environment.GetEnvironmentVariable(rest) ?? "none"); break;
            case "diagnostic": Diagnostic("error", rest); break;
            case "warning": Diagnostic("warning", rest); break;
            case "error": Write("ErrorProduced", token, new { message = rest, formattedValues = Array.Empty<object>() }); break;
            case "fail": return rest;
            case "garbage": Console.Write(rest); break;
            case "says": Console.Error.WriteLine(rest); break;
            case "exit": Environment.Exit(int.Parse(rest, CultureInfo.InvariantCulture)); break;
            case "spawn": Value(Output, Spawn()); break;
            case "hang": Thread.Sleep(Timeout.Infinite); break;
            default: return $"The stand-in does not know \"{what}\".";
        }
        return null;
    }

    private void Value(string type, string value, string mime = "text/plain", string? id = null) =>
        Write(type, token, new { formattedValues = new[] { new { mimeType = mime, value, suppressDisplay = false } }, valueId = id });

    private static object[] TwoAndOneHidden() =>
    [
        new { mimeType = "text/html", value = "<b>3</b>", suppressDisplay = false },
        new { mimeType = "text/plain", value = "3", suppressDisplay = false },
        new { mimeType = "application/json", value = "{\"hidden\":1}", suppressDisplay = true },
    ];

    /// <summary>"line character code message", both counted from 0 as the real kernel does; that one may repeat itself, too.</summary>
    private void Diagnostic(string severity, string rest)
    {
        var parts = rest.Split(' ', 4);
        var (line, character) = (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
        var linePositionSpan = new { start = new { line, character }, end = new { line, character } };
        var diagnostic = new { linePositionSpan, severity, code = parts[2], message = parts[3] };
        Write("DiagnosticsProduced", token,
            new { diagnostics = Enumerable.Repeat(diagnostic, 2), formattedDiagnostics = Array.Empty<object>() });
    }

    private static string Spawn()
    {
        using var child = Process.Start(Environment.ProcessPath!, [typeof(StandIn).Assembly.Location, "sleep"]);
        return child.Id.ToString(CultureInfo.InvariantCulture);
    }
}

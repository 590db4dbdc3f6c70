using System.Diagnostics;
using System.Globalization;

namespace DotNetInteractiveStandIn;

/// <summary>Plays a cell whose lines are not C# but say what the kernel shall do, for example "out Hello" or "exit 3".</summary>
internal sealed class Cell(Events events, Command command)
{
    private readonly List<string> _diagnostics = [];

    public void Play()
    {
        events.Write("CodeSubmissionReceived", command.Token, new { code = command.Code });
        foreach (var line in command.Code.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ', 2);
            var rest = words.Length > 1 ? words[1].Replace("\\n", "\n", StringComparison.Ordinal) : "";
            if (Do(words[0], rest) is not { } failure)
                continue;
            events.Write("CommandFailed", command.Token, new { message = failure, executionOrder = (int?)null });
            return;
        }
        events.Write("CommandSucceeded", command.Token, new { executionOrder = 0 });
    }

    /// <summary>Does what one line says; gives the message to fail with, or null to go on.</summary>
    private string? Do(string what, string rest)
    {
        var (first, tail) = rest.Split(' ', 2) is [var a, var b] ? (a, b) : (rest, "");
        switch (what)
        {
            case "out": events.Value("StandardOutputValueProduced", command.Token, "text/plain", rest); break;
            case "err": events.Value("StandardErrorValueProduced", command.Token, "text/plain", rest); break;
            case "return": events.Value("ReturnValueProduced", command.Token, first, tail); break;
            case "display": events.Value("DisplayedValueProduced", command.Token, "text/plain", tail, id: first); break;
            case "install":
                events.Value("DisplayedValueProduced", command.Token, "text/html",
                "<div><div></div><div><strong>Installing Packages</strong><ul><li><span>" + tail, id: first); break;
            case "update": events.Value("DisplayedValueUpdated", command.Token, "text/plain", tail, id: first); break;
            case "two": TwoTypes(); break;
            case "child": Child(rest); break;
            case "kernel": events.Value("ReturnValueProduced", command.Token, "text/plain", command.Kernel ?? "none"); break;
            case "folder": events.Value("ReturnValueProduced", command.Token, "text/plain", Environment.CurrentDirectory); break;
            case "variable":
                events.Value("ReturnValueProduced", command.Token, "text/plain",
                Environment.GetEnvironmentVariable(rest) ?? "none"); break;
            case "diagnostic": Diagnostic("error", rest); break;
            case "warning": Diagnostic("warning", rest); break;
            case "error":
                events.Write("ErrorProduced", command.Token,
                new { message = rest, formattedValues = Array.Empty<object>(), valueId = (string?)null }); break;
            case "fail": return rest;
            case "garbage": events.Raw(rest); break;
            case "says": Console.Error.WriteLine(rest); break;
            case "exit": Environment.Exit(int.Parse(rest, CultureInfo.InvariantCulture)); break;
            case "spawn": events.Value("StandardOutputValueProduced", command.Token, "text/plain", Spawn()); break;
            case "hang": Thread.Sleep(Timeout.Infinite); break;
            default: return $"The stand-in does not know \"{what}\".";
        }
        return null;
    }

    /// <summary>What the real kernel tells of the rest of a cell after its directives were carried out.</summary>
    private void Child(string text)
    {
        events.Value("StandardOutputValueProduced", command.Token + ".3", "text/plain", text);
        events.Write("CommandSucceeded", command.Token + ".3", new { executionOrder = 0 });
    }

    private void TwoTypes() => events.Write("ReturnValueProduced", command.Token, new
    {
        formattedValues = new[]
        {
            new { mimeType = "text/html", value = "<b>3</b>", suppressDisplay = false },
            new { mimeType = "text/plain", value = "3", suppressDisplay = false },
            new { mimeType = "application/json", value = "{\"hidden\":1}", suppressDisplay = true },
        },
        valueId = (string?)null,
    });

    /// <summary>
    /// "line character code message", both counted from 0 as the real kernel does; it repeats all it said so far, as that one may.
    /// </summary>
    private void Diagnostic(string severity, string rest)
    {
        var parts = rest.Split(' ', 4);
        _diagnostics.Add(rest);
        var position = new
        {
            line = int.Parse(parts[0], CultureInfo.InvariantCulture),
            character = int.Parse(parts[1], CultureInfo.InvariantCulture)
        };
        var diagnostic = new { linePositionSpan = new { start = position, end = position }, severity, code = parts[2], message = parts[3] };
        events.Write("DiagnosticsProduced", command.Token,
            new { diagnostics = Enumerable.Repeat(diagnostic, 2), formattedDiagnostics = Array.Empty<object>() });
    }

    private static string Spawn()
    {
        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [typeof(Cell).Assembly.Location, "sleep"]))!;
        return child.Id.ToString(CultureInfo.InvariantCulture);
    }
}

using System.Text.Json;

namespace ShallowNet.Benchmarks;

/// <summary>
/// Plays hostile notebooks, each in a folder beside one good notebook, and prints how the player ended, how long it took, and what was
/// lost: the good notebook's page, or the player itself.
/// </summary>
internal static class Hostile
{
    private const int CellSeconds = 40;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    private sealed record Case(string Name, string? Markdown = null, string? Code = null, string FileName = "hostile.ipynb",
        Action<string>? Prepare = null);

    private static readonly Case[] Cases =
    [
        new("block quotes 130 deep", Markdown: new string('>', 130) + " x"),
        new("brackets 130 deep", Markdown: new string('[', 130)),
        new("30,000 opened images", Markdown: Repeat("![", 30_000)),
        new("20,000 mixed emphases", Markdown: Repeat("*a **b ", 20_000)),
        new("a list of 2,000 levels", Markdown: string.Join('\n', Enumerable.Range(0, 2_000).Select(i => new string(' ', 2 * i) + "- x"))),
        new("20,000 div in Markdown", Markdown: Repeat("<div>", 20_000)),
        new("scripts and event handlers in Markdown",
            Markdown: "<script>alert(1)</script><img src=x onerror=alert(1)><a href=\"javascript:alert(1)\">x</a>"),
        new("a type nested 10,000 deep", Code: Repeat("List<", 10_000) + "int" + Repeat(">", 10_000) + " x;"),
        new("20,000 parentheses", Code: Repeat("(", 20_000) + "1" + Repeat(")", 20_000)),
        new("200,000 div in an output", Code: "HTML(string.Concat(Enumerable.Repeat(\"<div>\", 200000)))"),
        new("5,000 div in an output", Code: "HTML(string.Concat(Enumerable.Repeat(\"<div>\", 5000)))"),
        new("terminal escapes in an error", Code: "throw new Exception(\"\\u001b[2J\\u001b]0;title\\u0007 gone\");"),
        new("an endless loop", Code: "while (true) { }"),
        new("a loop that swallows its end", Code: "while (true) { try { System.Threading.Thread.Sleep(1); } catch { } }"),
        new("a stack overflow", Code: "int F(int x) => F(x + 1) + 1; F(0)"),
        new("Environment.Exit(0)", Code: "Environment.Exit(0);"),
        new("Environment.FailFast", Code: "Environment.FailFast(\"end\");"),
        new("an unhandled exception on a thread",
            Code: "var t = new System.Threading.Thread(() => throw new Exception(\"x\")); t.Start(); t.Join();"),
        new("all memory", Code: "var all = new List<byte[]>(); while (true) { var b = new byte[50_000_000]; Array.Fill(b, (byte)1); "
            + "all.Add(b); }"),
        new("100 MB of text", Code: "for (int i = 0; i < 1000; i++) Console.Write(new string('x', 100_000));"),
        new("300,000 displays", Code: "for (int i = 0; i < 300_000; i++) display(i);"),
        new("a row of 100,000 cells", Code: "Enumerable.Range(0, 100_000).ToArray()"),
        new("a table of 100,000 rows", Code: "Enumerable.Range(0, 100_000).Select(i => new { i, x = i / 7.0 })"),
        new("a child process that outlives the cell", Code: "System.Diagnostics.Process.Start(\"sleep\", \"5\");"),
        new("standard output closed", Code: "Console.OpenStandardOutput().Close(); Console.WriteLine(\"x\");"),
        new("a package that does not exist", Code: "#r \"nuget: ShallowNet.NoSuchPackage, 1.0.0\""),
        new("a name that C# does not have", Code: "int x = ;"),
        new("a notebook named index", Code: "1", FileName: "index.ipynb"),
        new("a line break in the file's name", Code: "1", FileName: "two\nlines.ipynb"),
        new("HTML in the file's name", Code: "1", FileName: "<img src=x onerror=alert(1)>.ipynb"),
        new("no JSON at all", Prepare: path => File.WriteAllText(path, "not a notebook")),
        new("JSON nested 100,000 deep", Prepare: path => File.WriteAllText(path, Repeat("[", 100_000))),
        new("half a notebook", Prepare: path => File.WriteAllText(path, "{\"cells\": [{\"cell_type\": \"code\"")),
        new("an empty file", Prepare: path => File.WriteAllText(path, "")),
        new("a folder named as a notebook", Prepare: path => Directory.CreateDirectory(path)),
        new("a link to nowhere", Prepare: path => File.CreateSymbolicLink(path, "/no/such/file")),
        new("a link to /dev/zero", Prepare: path => File.CreateSymbolicLink(path, "/dev/zero")),
        new("a pipe", Prepare: path => Process.Start("mkfifo", path).WaitForExit()),
    ];

    public static int Run()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var player = Path.Combine(Course.Root(), "artifacts/bin/ShallowNet.Player/release/ShallowNet.Player.dll");
        Console.WriteLine("| hostile | ended with | seconds | lost |");
        Console.WriteLine("| --- | --- | --- | --- |");
        var lost = Cases.Where(OperatingSystem.IsWindows() ? hostile => hostile.FileName == "hostile.ipynb" : _ => true)
            .Sum(hostile => Play(hostile, player));
        Console.WriteLine();
        Console.WriteLine($"{Cases.Length} tried, lost: {(lost == 0 ? "nothing" : $"{lost}")}");
        return lost == 0 ? 0 : 1;
    }

    private static int Play(Case hostile, string player)
    {
        var folder = Directory.CreateTempSubdirectory("shallownet-hostile-").FullName;
        try
        {
            var path = Path.Combine(folder, hostile.FileName);
            (hostile.Prepare ?? (file => File.WriteAllText(file, Notebook(hostile.Markdown, hostile.Code))))(path);
            File.WriteAllText(Path.Combine(folder, "zz-good.ipynb"), Notebook("# Good", "6 * 7"));
            var output = Path.Combine(folder, "out");
            var start = new ProcessStartInfo("dotnet", ["exec", player, folder, "--out", output, "--timeout", $"{CellSeconds}", "--memory",
                "1024"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            var clock = Stopwatch.GetTimestamp();
            using var process = Process.Start(start)!;
            Task<string> said = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
            var ended = process.WaitForExit(Longest);
            if (!ended)
                process.Kill(entireProcessTree: true);
            var seconds = Stopwatch.GetElapsedTime(clock).TotalSeconds;
            List<string> lost = [];
            if (!ended)
                lost.Add("the player hung");
            else if (process.ExitCode is not (0 or 1 or 2))
                lost.Add($"the player crashed: {errors.Result.Split('\n').FirstOrDefault()}");
            var good = Path.Combine(output, "zz-good.html");
            if (!File.Exists(good) || !File.ReadAllText(good).Contains("42", StringComparison.Ordinal))
            {
                lost.Add($"the good notebook's page "
                    + $"({said.Result.Split('\n').FirstOrDefault(line => line.Contains("zz-good", StringComparison.Ordinal))?.Trim()})");
            }
            if (said.Result.Contains('\u001b') || errors.Result.Contains('\u001b'))
                lost.Add("an escape reached the terminal");
            Console.WriteLine($"| {hostile.Name} | {(ended ? process.ExitCode : "–")} | {seconds:0.0} | "
                + $"{(lost.Count == 0 ? "nothing" : string.Join("; ", lost))} |");
            return lost.Count;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Notebook(string? markdown, string? code)
    {
        List<object> cells = [];
        if (markdown is not null)
            cells.Add(new { cell_type = "markdown", id = "text", metadata = new { }, source = markdown });
        if (code is not null)
        {
            cells.Add(new
            {
                cell_type = "code",
                id = "code",
                metadata = new { },
                execution_count = (int?)null,
                outputs = Array.Empty<object>(),
                source = code
            });
        }
        return JsonSerializer.Serialize(new
        {
            cells,
            metadata = new { kernelspec = new { display_name = ".NET (C#)", language = "C#", name = ".net-csharp" } },
            nbformat = 4,
            nbformat_minor = 5,
        });
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}

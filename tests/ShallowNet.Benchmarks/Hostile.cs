namespace ShallowNet.Benchmarks;

/// <summary>
/// Plays hostile notebooks, each in a folder beside one good notebook, and prints how the player ended, how long it took, and what was
/// lost: the good notebook's page, or the player itself.
/// </summary>
internal static class Hostile
{
    private const int CellSeconds = 40;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    private sealed record Case(string Name, string Cell = "", string FileName = "hostile.ipynb", Action<string>? Prepare = null);

    private static readonly Case[] Cases =
    [
        new("block quotes 130 deep", "md:" + new string('>', 130) + " x"),
        new("brackets 130 deep", "md:" + new string('[', 130)),
        new("30,000 opened images", "md:" + Repeat("![", 30_000)),
        new("20,000 mixed emphases", "md:" + Repeat("*a **b ", 20_000)),
        new("a list of 2,000 levels", "md:" + string.Join('\n', Enumerable.Range(0, 2_000).Select(i => new string(' ', 2 * i) + "- x"))),
        new("20,000 div in Markdown", "md:" + Repeat("<div>", 20_000)),
        new("scripts and event handlers in Markdown",
            "md:<script>alert(1)</script><img src=x onerror=alert(1)><a href=\"javascript:alert(1)\">x</a>"),
        new("a type nested 10,000 deep", Repeat("List<", 10_000) + "int" + Repeat(">", 10_000) + " x;"),
        new("20,000 parentheses", Repeat("(", 20_000) + "1" + Repeat(")", 20_000)),
        new("200,000 div in an output", "HTML(string.Concat(Enumerable.Repeat(\"<div>\", 200000)))"),
        new("5,000 div in an output", "HTML(string.Concat(Enumerable.Repeat(\"<div>\", 5000)))"),
        new("terminal escapes in an error", "throw new Exception(\"\\u001b[2J\\u001b]0;title\\u0007 gone\");"),
        new("an endless loop", "while (true) { }"),
        new("a loop that swallows its end", "while (true) { try { System.Threading.Thread.Sleep(1); } catch { } }"),
        new("a stack overflow", "int F(int x) => F(x + 1) + 1; F(0)"),
        new("Environment.Exit(0)", "Environment.Exit(0);"),
        new("Environment.FailFast", "Environment.FailFast(\"end\");"),
        new("an unhandled exception on a thread",
            "var t = new System.Threading.Thread(() => throw new Exception(\"x\")); t.Start(); t.Join();"),
        new("all memory", "var all = new List<byte[]>(); while (true) { var b = new byte[50_000_000]; Array.Fill(b, (byte)1); "
            + "all.Add(b); }"),
        new("100 MB of text", "for (int i = 0; i < 1000; i++) Console.Write(new string('x', 100_000));"),
        new("300,000 displays", "for (int i = 0; i < 300_000; i++) display(i);"),
        new("a row of 100,000 cells", "Enumerable.Range(0, 100_000).ToArray()"),
        new("a table of 100,000 rows", "Enumerable.Range(0, 100_000).Select(i => new { i, x = i / 7.0 })"),
        new("a child process that outlives the cell", "System.Diagnostics.Process.Start(\"sleep\", \"5\");"),
        new("standard output closed", "Console.OpenStandardOutput().Close(); Console.WriteLine(\"x\");"),
        new("a package that does not exist", "#r \"nuget: ShallowNet.NoSuchPackage, 1.0.0\""),
        new("a name that C# does not have", "int x = ;"),
        new("a notebook named index", "1", FileName: "index.ipynb"),
        new("a line break in the file's name", "1", FileName: "two\nlines.ipynb"),
        new("HTML in the file's name", "1", FileName: "<img src=x onerror=alert(1)>.ipynb"),
        new("no JSON at all", Prepare: path => File.WriteAllText(path, "not a notebook")),
        new("JSON nested 100,000 deep", Prepare: path => File.WriteAllText(path, Repeat("[", 100_000))),
        new("half a notebook", Prepare: path => File.WriteAllText(path, "{\"cells\": [{\"cell_type\": \"code\"")),
        new("an empty file", Prepare: path => File.WriteAllText(path, "")),
        new("a folder named as a notebook", Prepare: path => Directory.CreateDirectory(path)),
        new("a link to nowhere", Prepare: path => File.CreateSymbolicLink(path, "/no/such/file")),
        new("a link to /dev/zero", Prepare: path => File.CreateSymbolicLink(path, "/dev/zero")),
        new("a pipe", Prepare: path => Process.Start("mkfifo", path).WaitForExit()),
    ];

    public static void Run()
    {
        Report.Head("hostile", "ended with", "seconds", "lost");
        var lost = Cases.Where(OperatingSystem.IsWindows() ? hostile => hostile.FileName == "hostile.ipynb" : _ => true).Sum(Play);
        Console.WriteLine();
        Console.WriteLine($"{Cases.Length} tried, lost: {(lost == 0 ? "nothing" : $"{lost}")}");
        Environment.ExitCode = lost == 0 ? 0 : 1;
    }

    private static int Play(Case hostile)
    {
        var folder = Directory.CreateTempSubdirectory("shallownet-hostile-").FullName;
        try
        {
            var path = Path.Combine(folder, hostile.FileName);
            (hostile.Prepare ?? (file => File.WriteAllText(file, NotebookJson.Of(hostile.Cell))))(path);
            File.WriteAllText(Path.Combine(folder, "zz-good.ipynb"), NotebookJson.Of("md:# Good", "6 * 7"));
            var output = Path.Combine(folder, "out");
            var start = new ProcessStartInfo("dotnet",
                ["exec", Course.Player, folder, "--out", output, "--timeout", $"{CellSeconds}", "--memory", "1024"])
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
            Report.Row(hostile.Name, ended ? $"{process.ExitCode}" : "–", $"{seconds:0.0}",
                lost.Count == 0 ? "nothing" : string.Join("; ", lost));
            return lost.Count;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}

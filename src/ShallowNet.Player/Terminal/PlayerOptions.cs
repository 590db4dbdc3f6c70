using System.CommandLine;
using System.Globalization;
using ShallowNet.Player.Engine;

namespace ShallowNet.Player.Terminal;

/// <summary>What the command line asks for.</summary>
internal sealed record PlayerOptions(string[] Notebooks, string? Output, string Kernel, TimeSpan Timeout, long Memory, bool Open, bool ListOnly, int? ServePort)
{
    /// <summary>The command line's grammar; <paramref name="run"/> gives the exit code.</summary>
    public static RootCommand Command(Func<PlayerOptions, CancellationToken, Task<int>> run)
    {
        var notebooks = new Argument<string[]>("notebooks")
        {
            Description = "What to play: files, folders, globs, or how a chapter's name begins (05). Nothing plays the whole course.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var output = new Option<string?>("--out") { Description = "Folder for the executed notebooks and the pages. [default: artifacts/course]", HelpName = "folder" };
        var open = new Option<bool>("--open") { Description = "Open the pages in the browser at the end." };
        var serve = new Option<bool>("--serve") { Description = "Then serve the pages on this machine, and play a notebook again whenever it is saved. Ctrl+C ends it." };
        var port = new Option<int>("--port") { Description = "Port for --serve.", DefaultValueFactory = _ => 8088, HelpName = "number" };
        port.Validators.Add(result =>
        {
            if (!result.Errors.Any() && result.GetValueOrDefault<int>() is < 1 or > 65535)
                result.AddError($"--port is {result.Tokens[0].Value}; it must be a number from 1 to 65535.");
        });
        var list = new Option<bool>("--list") { Description = "List the notebooks that would be played." };
        var kernel = new Option<string>("--kernel")
        {
            Description = $"What runs the cells: {KernelChoice.Embedded}, or an installed .NET Interactive ({KernelChoice.Interactive}, found on PATH, or {KernelChoice.Interactive}=path).",
            DefaultValueFactory = _ => KernelChoice.Embedded,
            HelpName = "engine",
        };
        var timeout = Positive("--timeout", 120, "seconds", "Time a cell may run.");
        var memory = Positive("--memory", EmbeddedEngine.DefaultMemoryLimit >> 20, "MB", "Memory a notebook may use.");
        var root = new RootCommand("Plays the notebooks of the course and writes them as web pages.\n\nExit code: 0 all played, 1 a cell failed, 2 something could not be read or written.")
        {
            notebooks, output, open, serve, port, list, timeout, memory, kernel,
        };
        root.SetAction((result, cancellation) => run(
            new PlayerOptions(
                result.GetValue(notebooks) ?? [],
                result.GetValue(output),
                result.GetValue(kernel)!,
                TimeSpan.FromSeconds(result.GetValue(timeout)),
                (long)(result.GetValue(memory) * (1 << 20)),
                result.GetValue(open),
                result.GetValue(list),
                result.GetValue(serve) ? result.GetValue(port) : null),
            cancellation));
        return root;
    }

    private static Option<double> Positive(string name, double value, string unit, string description)
    {
        return new Option<double>(name)
        {
            Description = description,
            HelpName = unit,
            DefaultValueFactory = _ => value,
            CustomParser = result =>
            {
                var given = result.Tokens[0].Value;
                if (!double.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || number is not (> 0 and < 1e6))
                    result.AddError($"{name} is {given}; it must be a number of {unit} above 0 and below 1000000.");
                return number;
            },
        };
    }
}

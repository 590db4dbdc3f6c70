using System.CommandLine;

namespace ShallowNet.Player.CommandLine;

internal sealed record PlayerOptions(string[] Notebooks, string? Output, string Kernel, TimeSpan Timeout, long Memory, bool Open,
    bool ListOnly, int? ServePort)
{
    private const double MaxNumber = 1e6;

    /// <summary>The command line's grammar; <paramref name="run"/> gives the exit code.</summary>
    public static RootCommand Command(Func<PlayerOptions, CancellationToken, Task<int>> run)
    {
        var root = new RootCommand(
            "Plays the notebooks of the course and writes them as web pages.\n\n"
            + "Exit code: 0 all played, 1 a cell failed, 2 something could not be read or written.")
        {
            new Argument<string[]>("notebooks")
            {
                Description = "What to play: files, folders, globs, or how a chapter's name begins (05). Nothing plays the whole course.",
            },
            new Option<string?>("--out")
            {
                Description = "Folder for the executed notebooks and the pages. [default: artifacts/course]",
                HelpName = "folder",
            },
            new Option<bool>("--open") { Description = "Open the pages in the browser at the end." },
            new Option<bool>("--serve")
            {
                Description = "Serve the pages on this machine, and play a notebook again whenever it is saved. Ctrl+C ends it.",
            },
            Number("--port", 8088, 65535, "number", "Port for --serve."),
            new Option<bool>("--list") { Description = "List the notebooks that would be played." },
            Number("--timeout", 120, MaxNumber, "seconds", "Time a cell may run."),
            Number("--memory", INotebookEngine.DefaultMemoryLimit >> 20, MaxNumber, "MB", "Memory a notebook may use."),
            new Option<string>("--kernel")
            {
                Description = $"What runs the cells: {KernelChoice.Embedded}, or an installed .NET Interactive "
                    + $"({KernelChoice.Interactive}, found on PATH, or {KernelChoice.Interactive}=path).",
                DefaultValueFactory = _ => KernelChoice.Embedded,
                HelpName = "engine",
            },
        };
        root.SetAction((result, cancellation) => run(
            new PlayerOptions(
                result.GetValue<string[]>("notebooks") ?? [],
                result.GetValue<string?>("--out"),
                result.GetValue<string>("--kernel")!,
                TimeSpan.FromSeconds(result.GetValue<double>("--timeout")),
                (long)(result.GetValue<double>("--memory") * (1 << 20)),
                result.GetValue<bool>("--open"),
                result.GetValue<bool>("--list"),
                result.GetValue<bool>("--serve") ? (int)result.GetValue<double>("--port") : null),
            cancellation));
        return root;
    }

    /// <summary>An option above 0. It is read as 0.5, whatever the user's culture, and anything else is refused in plain words.</summary>
    private static Option<double> Number(string name, double value, double largest, string unit, string description) => new(name)
    {
        Description = description,
        HelpName = unit,
        DefaultValueFactory = _ => value,
        CustomParser = result =>
        {
            var given = result.Tokens[0].Value;
            if (!double.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                || !(number > 0 && number <= largest))
            {
                var what = unit == "number" ? unit : "number of " + unit;
                result.AddError(Invariant($"{name} is {given}; it must be a {what} above 0, at most {largest}."));
            }
            return number;
        },
    };
}

using ShallowNet.Notebooks;
using ShallowNet.Player.Book;
using ShallowNet.Player.Notebooks;

namespace ShallowNet.Benchmarks;

/// <summary>
/// How long the player takes, from its start to the first cell, for each notebook and for the whole course; and the figures and pages.
/// </summary>
internal static class Course
{
    private const int Turns = 3;

    internal static string Player { get; } = Path.Combine(Repository.Root, "artifacts/bin/ShallowNet.Player/release/ShallowNet.Player.dll");

    public static void Run()
    {
        var folder = Directory.CreateTempSubdirectory("shallownet-course-").FullName;
        try
        {
            var (one, output) = (Path.Combine(folder, "one.ipynb"), Path.Combine(folder, "course"));
            File.WriteAllText(one, NotebookJson.Of("1 + 1"));
            Console.WriteLine($"{Machine.Name}, {Environment.ProcessorCount} cores, .NET {Environment.Version}, {DateTime.Now:yyyy-MM-dd}");
            Console.WriteLine($"Seconds, the fastest of {Turns} turns; a notebook alone, the course two notebooks at a time.");
            Console.WriteLine();
            Report.Head("what", "seconds");
            Row("start, one cell, its page", () => Play(one));
            foreach (var notebook in Directory.GetFiles(Repository.Notebooks, "*.ipynb").Order(StringComparer.Ordinal))
                Row(Path.GetFileName(notebook), () => Play(notebook));
            Row("the whole course", () => Play());
            PlayedNotebook[] played = [.. Directory.GetFiles(output, "0*.ipynb").Select(
                file => new PlayedNotebook(Path.Combine(Repository.Notebooks, Path.GetFileName(file)), Path.GetFileName(file),
                    Notebook.Parse(file), TrustsFile: true))];
            Row($"pages of {played.Length} chapters, without playing", () => BookWriter.Write(played, Path.Combine(folder, "pages")));

            void Play(params string[] chosen) => Finish(["exec", Player, "--out", output, .. chosen]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        Console.WriteLine();
        Report.Head("figure", "milliseconds", "KB of HTML");
        var moons = Datasets.Moons(200);
        var net = new Network(2, 8, seed: 1);
        var history = new Trainer { Epochs = 400, SnapshotEvery = 10 }.Train(net, moons);
        FigureRow("boundary, 200 × 200 points", () => Figures.Boundary("Boundary", net, moons));
        FigureRow($"boundary over epochs, {history.Snapshots.Count} frames", () =>
            Figures.BoundaryOverEpochs("Boundary over epochs", net, history, moons));
        FigureRow("cost curve", () => Figures.Costs("Cost", ("tanh", history)));
        FigureRow("scatter", () => Figures.Scatter("Moons", moons));
    }

    private static void Row(string what, Action action) => Report.Row(what, $"{Machine.Fastest(action, 1, Turns) / 1e6:0.00}");

    private static void FigureRow(string what, Func<Figure> figure)
    {
        var html = "";
        Report.Row(what, $"{Machine.Fastest(() => html = figure().ToHtml(), 1, 20) / 1e3:0.0}", $"{html.Length / 1000.0:0}");
    }

    private static void Finish(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"The player ended with {process.ExitCode}. Build all first: dotnet build -c Release\n{said}");
        }
    }
}

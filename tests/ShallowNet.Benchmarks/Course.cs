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

    public static int Run()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var root = Root();
        var player = Path.Combine(root, "artifacts/bin/ShallowNet.Player/release/ShallowNet.Player.dll");
        var folder = Directory.CreateTempSubdirectory("shallownet-course-").FullName;
        try
        {
            var one = Path.Combine(folder, "one.ipynb");
            File.WriteAllText(one, OneCell);
            var output = Path.Combine(folder, "course");
            Console.WriteLine($"{Machine.Name}, {Environment.ProcessorCount} cores, .NET {Environment.Version}, {DateTime.Now:yyyy-MM-dd}");
            Console.WriteLine($"Seconds, the fastest of {Turns} turns; a notebook alone, the course two notebooks at a time.");
            Console.WriteLine();
            Console.WriteLine("| what | seconds |");
            Console.WriteLine("| --- | --- |");
            Row("start, one cell, its page", () => Play(one));
            foreach (var notebook in Directory.GetFiles(Path.Combine(root, "notebooks"), "*.ipynb").Order(StringComparer.Ordinal))
                Row(Path.GetFileName(notebook), () => Play(notebook));
            Row("the whole course", () => Play());
            PlayedNotebook[] played = [.. Directory.GetFiles(output, "0*.ipynb").Select(
                file => new PlayedNotebook(Path.Combine(root, "notebooks", Path.GetFileName(file)), Path.GetFileName(file),
                    Notebook.Parse(file), TrustsFile: true))];
            Row($"pages of {played.Length} chapters, without playing", () => BookWriter.Write(played, Path.Combine(folder, "pages")));

            void Play(params string[] chosen) => Finish(root, ["exec", player, "--out", output, .. chosen]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        Console.WriteLine();
        Console.WriteLine("| figure | milliseconds | KB of HTML |");
        Console.WriteLine("| --- | --- | --- |");
        var moons = Datasets.Moons(200);
        var net = new Network(2, 8, seed: 1);
        var history = new Trainer { Epochs = 400, SnapshotEvery = 10 }.Train(net, moons);
        FigureRow("boundary, 200 × 200 points", () => Figures.Boundary("Boundary", net, moons));
        FigureRow($"boundary over epochs, {history.Snapshots.Count} frames", () =>
            Figures.BoundaryOverEpochs("Boundary over epochs", net, history, moons));
        FigureRow("cost curve", () => Figures.Costs("Cost", ("tanh", history)));
        FigureRow("scatter", () => Figures.Scatter("Moons", moons));
        return 0;
    }

    private const string OneCell = """
        {"cells": [{"cell_type": "code", "id": "one", "metadata": {}, "execution_count": null, "outputs": [], "source": ["1 + 1"]}],
         "metadata": {"kernelspec": {"display_name": ".NET (C#)", "language": "C#", "name": ".net-csharp"}}, "nbformat": 4, "nbformat_minor": 5}
        """;

    private static void Row(string what, Action action) =>
        Console.WriteLine($"| {what} | {Enumerable.Range(0, Turns).Min(_ => Seconds(action)):0.00} |");

    private static void FigureRow(string what, Func<Figure> figure) =>
        Console.WriteLine($"| {what} | {Enumerable.Range(0, 20).Min(_ => Seconds(() => figure().ToHtml())) * 1e3:0.0} | "
            + $"{figure().ToHtml().Length / 1000.0:0} |");

    private static double Seconds(Action action)
    {
        var clock = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(clock).TotalSeconds;
    }

    private static void Finish(string folder, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"The player ended with {process.ExitCode}. Build all first: dotnet build -c Release\n{said}");
        }
    }

    /// <summary>The folder of the repository.</summary>
    internal static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "ShallowNet.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException(
            $"No ShallowNet.sln above {AppContext.BaseDirectory}: run this from a clone of the repository.");
    }
}

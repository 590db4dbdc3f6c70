using Spectre.Console;

namespace ShallowNet.Player.CommandLine;

/// <summary>Tells how playing goes: on open pages, if there is a server, and by the bars of a terminal, one for each notebook that plays.
/// For files and pipes, where lines stay, one line for each notebook is enough.</summary>
internal sealed class Progress(CourseServer? server, ProgressContext? bars)
{
    private readonly ConcurrentDictionary<NotebookFile, ProgressTask> _tasks = new();

    public static Task<T> WithBarsAsync<T>(CourseServer? server, Func<Progress, Task<T>> work) => AnsiConsole.Progress().AutoClear(false)
        .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(),
            new ElapsedTimeColumn())
        .StartAsync(bars => work(new Progress(server, bars)));

    /// <summary>A code cell begins, the first of which has ordinal 1; called from several threads.</summary>
    public void CellStarted(NotebookFile file, int ordinal, int codeCells)
    {
        server?.Say(Invariant($"Playing {file.RelativePath}, cell {ordinal} of {codeCells}"));
        if (Bar(file, codeCells) is { } bar)
        {
            bar.Description = Name(file) + Markup.Escape(Invariant($" [{ordinal}/{codeCells}]"));
            bar.Value = ordinal - 1;
        }
    }

    /// <summary>A notebook has been played, to its end or not; never called by two threads at once.</summary>
    public void NotebookEnded(NotebookReport report)
    {
        var isPlayed = report.Failure is null;
        if (Bar(report.File, 1) is { } bar)
        {
            bar.Description = $"[{(isPlayed ? "green" : "red")}]{Name(report.File)}[/]";
            bar.Value = isPlayed ? bar.MaxValue : bar.Value;
            bar.StopTask();
            return;
        }
        Console.WriteLine(Invariant($"{(isPlayed ? "played" : "FAILED")}  {Printable.Line(report.File.RelativePath)}  {report.Played} of ")
            + Invariant($"{report.CodeCells} cells, {report.Charts} charts, {report.Duration.TotalSeconds:0.0} s"));
    }

    private ProgressTask? Bar(NotebookFile file, int codeCells) =>
        bars is null ? null : _tasks.GetOrAdd(file, _ => bars.AddTask(Name(file), maxValue: codeCells));

    private static string Name(NotebookFile file) => Markup.Escape(Printable.Line(file.RelativePath));
}

using System.Collections.Concurrent;
using ShallowNet.Player.Playing;
using Spectre.Console;

namespace ShallowNet.Player.CommandLine;

/// <summary>Progress that moves, for terminals: a bar for each notebook that plays.</summary>
internal sealed class LiveProgress(ProgressContext context)
{
    private readonly ConcurrentDictionary<NotebookFile, ProgressTask> _tasks = new();

    /// <summary>Shows the progress while the work runs.</summary>
    public static Task<T> RunAsync<T>(Func<LiveProgress, Task<T>> work) => AnsiConsole.Progress().AutoClear(false)
        .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(),
            new ElapsedTimeColumn())
        .StartAsync(context => work(new LiveProgress(context)));

    public void CellStarted(NotebookFile file, int ordinal, int codeCells)
    {
        var task = Task(file, codeCells);
        task.Description = Name(file) + Markup.Escape(Invariant($" [{ordinal}/{codeCells}]"));
        task.Value = ordinal - 1;
    }

    public void NotebookEnded(NotebookReport report)
    {
        var task = Task(report.File, 1);
        task.Description = $"[{(report.Failure is null ? "green" : "red")}]{Name(report.File)}[/]";
        if (report.Failure is null)
            task.Value = task.MaxValue;
        task.StopTask();
    }

    private ProgressTask Task(NotebookFile file, int codeCells) =>
        _tasks.GetOrAdd(file, _ => context.AddTask(Name(file), maxValue: codeCells));

    private static string Name(NotebookFile file) => Markup.Escape(Printable.Line(file.RelativePath));
}

using System.Collections.Concurrent;
using ShallowNet.Player.Playing;
using Spectre.Console;

namespace ShallowNet.Player.CommandLine;

/// <summary>Progress that moves, for terminals: a bar for each notebook that plays.</summary>
internal sealed class LiveProgress(ProgressContext context) : IPlayObserver
{
    private readonly ConcurrentDictionary<NotebookFile, ProgressTask> _tasks = new();

    /// <summary>Shows the progress while the work runs.</summary>
    public static Task<T> RunAsync<T>(Func<IPlayObserver, Task<T>> work) => AnsiConsole.Progress()
        .AutoClear(false)
        .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(),
            new ElapsedTimeColumn())
        .StartAsync(context => work(new LiveProgress(context)));

    public void CellStarted(NotebookFile file, int ordinal, int codeCells)
    {
        var task = _tasks.GetOrAdd(file, f => context.AddTask(Name(f), maxValue: codeCells));
        task.Description = Name(file) + Markup.Escape(Invariant($" [{ordinal}/{codeCells}]"));
        task.Value = ordinal - 1;
    }

    public void NotebookEnded(NotebookReport report)
    {
        var task = _tasks.GetOrAdd(report.File, f => context.AddTask(Name(f), maxValue: 1));
        var name = Name(report.File);
        task.Description = report.Failure is null ? $"[green]{name}[/]" : $"[red]{name}[/]";
        if (report.Failure is null)
            task.Value = task.MaxValue;
        task.StopTask();
    }

    private static string Name(NotebookFile file) => Markup.Escape(Printable.Line(file.RelativePath));
}

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
        .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new ElapsedTimeColumn())
        .StartAsync(context => work(new LiveProgress(context)));

    public void CellStarted(NotebookFile file, int ordinal, int codeCells)
    {
        var task = _tasks.GetOrAdd(file, f => context.AddTask(Markup.Escape(f.RelativePath), maxValue: codeCells));
        task.Description = Markup.Escape(FormattableString.Invariant($"{file.RelativePath} [{ordinal}/{codeCells}]"));
        task.Value = ordinal - 1;
    }

    public void NotebookEnded(NotebookReport report)
    {
        var task = _tasks.GetOrAdd(report.File, f => context.AddTask(f.RelativePath, maxValue: 1));
        var name = Markup.Escape(report.File.RelativePath);
        task.Description = report.Failure is null ? $"[green]{name}[/]" : $"[red]{name}[/]";
        if (report.Failure is null)
        {
            task.Value = task.MaxValue;
        }

        task.StopTask();
    }
}

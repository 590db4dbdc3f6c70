using ShallowNet.Player.Playing;
using ShallowNet.Player.Serving;

namespace ShallowNet.Player.CommandLine;

/// <summary>
/// Tells how playing goes: on open pages, if there is a server, and by the bars of a terminal. For files and pipes, where lines stay, one
/// line for each notebook is enough.
/// </summary>
internal sealed class Progress(CourseServer? server, LiveProgress? bars) : IPlayObserver
{
    public void CellStarted(NotebookFile file, int ordinal, int codeCells)
    {
        server?.Say(Invariant($"Playing {file.RelativePath}, cell {ordinal} of {codeCells}"));
        bars?.CellStarted(file, ordinal, codeCells);
    }

    public void NotebookEnded(NotebookReport report)
    {
        bars?.NotebookEnded(report);
        if (bars is null)
        {
            Console.WriteLine(Invariant($"{(report.Failure is null ? "played" : "FAILED")}  {Printable.Line(report.File.RelativePath)}  ")
                + Invariant($"{report.Played} of {report.CodeCells} cells, {report.Charts} charts, {report.Duration.TotalSeconds:0.0} s"));
        }
    }
}

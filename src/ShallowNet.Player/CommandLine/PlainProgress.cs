using ShallowNet.Player.Playing;

namespace ShallowNet.Player.CommandLine;

/// <summary>Progress as plain lines, for files and pipes: one line for each notebook is enough where lines stay.</summary>
internal sealed class PlainProgress : IPlayObserver
{
    public void CellStarted(NotebookFile file, int ordinal, int codeCells)
    {
    }

    public void NotebookEnded(NotebookReport report) => Console.WriteLine(
        Invariant($"{(report.Failure is null ? "played" : "FAILED")}  {Printable.Line(report.File.RelativePath)}  {report.Played} of ")
            + Invariant($"{report.CodeCells} cells, {report.Charts} charts, {report.Duration.TotalSeconds:0.0} s"));
}

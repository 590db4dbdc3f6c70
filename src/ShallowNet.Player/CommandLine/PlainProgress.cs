using ShallowNet.Player.Playing;

namespace ShallowNet.Player.CommandLine;

/// <summary>Progress as plain lines, for files and pipes: one line for each notebook is enough where lines stay.</summary>
internal sealed class PlainProgress(TextWriter output) : IPlayObserver
{
    public void CellStarted(NotebookFile file, int ordinal, int codeCells)
    {
    }

    public void NotebookEnded(NotebookReport report)
    {
        var (state, name) = (report.Failure is null ? "played" : "FAILED", Printable.Line(report.File.RelativePath));
        var time = Invariant($"{report.Duration.TotalSeconds:0.0} s");
        output.WriteLine(Invariant($"{state}  {name}  {report.Played} of {report.CodeCells} cells, {report.Charts} charts, {time}"));
        output.Flush();
    }
}

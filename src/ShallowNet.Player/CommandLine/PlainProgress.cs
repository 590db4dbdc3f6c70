using System.Globalization;
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
        var state = report.Failure is null ? "played" : "FAILED";
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{state}  {report.File.RelativePath}  {report.Played} of {report.CodeCells} cells, {report.Charts} charts, {report.Duration.TotalSeconds:0.0} s"));
        output.Flush();
    }
}

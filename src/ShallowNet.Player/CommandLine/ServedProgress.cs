using ShallowNet.Player.Playing;
using ShallowNet.Player.Serving;

namespace ShallowNet.Player.CommandLine;

/// <summary>Progress that open pages show, besides where it is shown already.</summary>
internal sealed class ServedProgress(CourseServer server, IPlayObserver shown) : IPlayObserver
{
    public void CellStarted(NotebookFile file, int ordinal, int codeCells)
    {
        server.Say(Invariant($"Playing {file.RelativePath}, cell {ordinal} of {codeCells}"));
        shown.CellStarted(file, ordinal, codeCells);
    }

    public void NotebookEnded(NotebookReport report) => shown.NotebookEnded(report);
}

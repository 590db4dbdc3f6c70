namespace ShallowNet.Player.Tests.Course.Findings;

/// <summary>The findings of a chapter.</summary>
/// <param name="Chapter">The notebook's file name.</param>
/// <param name="All">Its findings, in the chapter's order.</param>
internal sealed record ChapterFindings(string Chapter, IReadOnlyList<Finding> All)
{
    /// <summary>All chapters that state findings.</summary>
    public static IReadOnlyList<ChapterFindings> Course { get; } =
    [
        Chapter00.Findings, Chapter01.Findings, Chapter05.Findings, Chapter06.Findings, Chapter07.Findings, Chapter08.Findings,
        Chapter09.Findings,
    ];
}

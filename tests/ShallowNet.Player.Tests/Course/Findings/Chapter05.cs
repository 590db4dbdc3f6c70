namespace ShallowNet.Player.Tests.Course.Findings;

internal static class Chapter05
{
    public static ChapterFindings Findings { get; } = new("05-activation-functions.ipynb",
    [
    ]);
}

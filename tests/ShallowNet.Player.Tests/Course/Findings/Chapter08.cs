namespace ShallowNet.Player.Tests.Course.Findings;

internal static class Chapter08
{
    public static ChapterFindings Findings { get; } = new("08-random-initialization.ipynb",
    [
    ]);
}

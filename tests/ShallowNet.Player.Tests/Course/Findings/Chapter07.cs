namespace ShallowNet.Player.Tests.Course.Findings;

internal static class Chapter07
{
    public static ChapterFindings Findings { get; } = new("07-gradient-descent.ipynb",
    [
    ]);
}

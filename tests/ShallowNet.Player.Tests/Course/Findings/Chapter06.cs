namespace ShallowNet.Player.Tests.Course.Findings;

internal static class Chapter06
{
    public static ChapterFindings Findings { get; } = new("06-derivatives-of-activation-functions.ipynb",
    [
    ]);
}

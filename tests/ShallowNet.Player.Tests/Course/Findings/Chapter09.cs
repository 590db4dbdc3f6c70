namespace ShallowNet.Player.Tests.Course.Findings;

internal static class Chapter09
{
    public static ChapterFindings Findings { get; } = new("09-real-data.ipynb",
    [
    ]);
}

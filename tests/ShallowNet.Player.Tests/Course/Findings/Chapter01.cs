namespace ShallowNet.Player.Tests.Course.Findings;

internal static class Chapter01
{
    public static ChapterFindings Findings { get; } = new("01-from-one-unit-to-a-network.ipynb",
    [
    ]);
}

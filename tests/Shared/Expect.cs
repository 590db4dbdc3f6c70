namespace ShallowNet.TestTools;

/// <summary>What a text holds, letter by letter; a text alone would be compared as the user's culture does.</summary>
internal static class Expect
{
    public static void In(string? text, params string[] parts) =>
        Assert.All(parts, part => Assert.Contains(part, text, StringComparison.Ordinal));

    public static void NotIn(string? text, params string[] parts) =>
        Assert.All(parts, part => Assert.DoesNotContain(part, text, StringComparison.Ordinal));

    public static void Start(string? text, string start) => Assert.StartsWith(start, text, StringComparison.Ordinal);

    public static void End(string? text, string end) => Assert.EndsWith(end, text, StringComparison.Ordinal);
}

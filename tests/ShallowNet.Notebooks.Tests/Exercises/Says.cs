namespace ShallowNet.Notebooks.Tests.Exercises;

/// <summary>What checks must say to answers.</summary>
internal static class Says
{
    public static void Done(params CheckResult[] results) => Assert.All(results, result => Assert.True(result.IsDone, $"{result}"));

    /// <summary>Each answer is refused, with a hint that holds the words.</summary>
    public static void Hint(params (CheckResult Result, string Words)[] rows) =>
        Assert.All(rows, row => Refused(row.Result, row.Words, row.Result.Hint));

    /// <summary>Each answer is refused, with a message that holds the words.</summary>
    public static void Message(params (CheckResult Result, string Words)[] rows) =>
        Assert.All(rows, row => Refused(row.Result, row.Words, row.Result.Message));

    private static void Refused(CheckResult result, string words, string? said)
    {
        Assert.False(result.IsDone);
        Assert.Contains(words, said, StringComparison.Ordinal);
    }
}

namespace ShallowNet.Notebooks.Tests.Exercises;

/// <summary>What checks must say to answers, and what many answers are made of.</summary>
internal static class Says
{
    public static void Done(params CheckResult[] results) => Assert.All(results, result => Assert.True(result.IsDone, $"{result}"));

    /// <summary>Each answer is refused, with a hint that holds the words.</summary>
    public static void Hint(params (CheckResult Result, string Words)[] rows) => Refused(rows, result => result.Hint);

    /// <summary>Each answer is refused, with a message that holds the words.</summary>
    public static void Message(params (CheckResult Result, string Words)[] rows) => Refused(rows, result => result.Message);

    public static Network Trained(Network net, Dataset data, double learningRate, int epochs)
    {
        new Trainer { LearningRate = learningRate, Epochs = epochs, RecordEvery = epochs }.Train(net, data);
        return net;
    }

    public static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));

    public static double SoftplusOf(double z) => Math.Max(z, 0) + Math.Log(1 + Math.Exp(-Math.Abs(z)));

    private static void Refused((CheckResult Result, string Words)[] rows, Func<CheckResult, string?> text) => Assert.All(rows, row =>
    {
        Assert.False(row.Result.IsDone);
        Expect.In(text(row.Result), row.Words);
    });
}

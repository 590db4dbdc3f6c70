namespace ShallowNet.Notebooks.Tests;

public sealed class RunsTests
{
    private static readonly double[] Rates = [0.5, 1];

    [Fact]
    public void Medians_TwoSettings_OneRowEachWithTheMedianOfEveryQuantity()
    {
        var table = Runs.Medians("rate", Rates, new[] { new[] { (1.0, 10.0), (3, 30), (2, 20) }, [(5, 0), (7, 0), (6, 0)] },
            ("first", r => r.Item1), ("second", r => r.Item2));
        Assert.Equal("median of 3 runs\nrate  first  second\n 0.5      2      20\n   1      6       0", table.ToString());
    }

    [Fact]
    public void Medians_MostRunsNeverGotThere_SaysNever() => Assert.Contains("never",
        $"{Runs.Medians("rate", Rates, [[1 / 0.0, 3, 1 / 0.0], [4, 1 / 0.0, 5]], ("epochs", e => e))}", StringComparison.Ordinal);

    [Fact]
    public void Dots_TwoSettings_NamesThemAndTheirMedians() => Assert.Contains("0.5 2 (3 values), 1 8 (3 values)",
        Runs.Dots("Which rate?", "rate", "cost", Rates, [[1, 2, 3], [7, 8, 9]]).Description, StringComparison.Ordinal);

    [Fact]
    public void Costs_HistoriesPerSetting_DrawsABandEach()
    {
        var runs = Sweep.Run(Rates, [1, 2], (rate, seed) => new Trainer { LearningRate = rate, Epochs = 3 }
            .Train(new Network(2, 2, seed: seed), Gallery.Moons), cancellation: TestContext.Current.CancellationToken);
        Assert.Contains("0.5, 1", Runs.Costs("Which rate?", Rates, runs).Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Curve_RunsInAnyOrder_DrawsLowestHighestAndMedian()
    {
        var figure = Runs.Curve("Which rate?", "rate", "cost", LogAxes.None, Rates, [[3, 1, 2], [9, 7, 8]]);
        Assert.Contains("3 runs", figure.Description, StringComparison.Ordinal);
        foreach (var curve in new[] { "[1,7]", "[3,9]", "[2,8]" })
            Assert.Contains(curve, figure.ToHtml(), StringComparison.Ordinal);
    }
}

using Xunit;

namespace ShallowNet.Notebooks.Tests;

public sealed class RunsTests
{
    private static readonly double[] Rates = [0.5, 1];

    [Fact]
    public void Medians_TwoSettings_OneRowEachWithTheMedianOfEveryQuantity()
    {
        var table = Runs.Medians("rate", Rates, new[] { new[] { (1.0, 10.0), (3, 30), (2, 20) }, [(5, 0), (7, 0), (6, 0)] }, ("first", r => r.Item1), ("second", r => r.Item2));

        Assert.Equal(["median of 3 runs", "rate  first  second", "0.5       2      20", "1         6       0"], table.ToString().Split('\n'));
    }

    [Fact]
    public void Dots_TwoSettings_NamesThemAndTheirMedians()
    {
        var figure = Runs.Dots("Which rate?", "rate", "cost", Rates, [[1, 2, 3], [7, 8, 9]]);

        Assert.Contains("0.5 2 (3 values), 1 8 (3 values)", figure.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Costs_HistoriesPerSetting_DrawsABandEach()
    {
        var runs = Sweep.Run(Rates, [1, 2], (rate, seed) =>
            new Trainer { LearningRate = rate, Epochs = 3 }.Train(
                new Network(2, 2, seed: seed), Datasets.Moons(20), cancellation: TestContext.Current.CancellationToken), cancellation: TestContext.Current.CancellationToken);

        Assert.Contains("0.5, 1", Runs.Costs("Which rate?", Rates, runs).Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Curve_RunsInAnyOrder_DrawsLowestHighestAndMedian()
    {
        var figure = Runs.Curve("Which rate?", "rate", "cost", LogAxes.None, Rates, [[3, 1, 2], [9, 7, 8]]);

        Assert.Contains("3 runs", figure.Description, StringComparison.Ordinal);
        Assert.Contains("[1,7]", figure.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("[3,9]", figure.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("[2,8]", figure.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Dots_MissingRowOfResults_SaysHowManyWereExpected()
    {
        var error = Assert.Throws<ArgumentException>(() => Runs.Dots("Which rate?", "rate", "cost", Rates, [[1, 2, 3]]));

        Assert.Contains("runs has 1 rows but there are 2 settings", error.Message, StringComparison.Ordinal);
    }
}

namespace ShallowNet.Notebooks.Tests;

public sealed class RunsTests
{
    private static readonly double[] Rates = [0.5, 1];

    [Fact]
    public void Medians_TwoSettings_OneRowEachWithTheMedianOfEveryQuantity()
    {
        var table = Runs.Medians("rate", Rates, new[] { new[] { (1.0, 10.0), (3, 30), (2, 20) }, [(5, 0), (7, 0), (6, 0)] },
            ("first", r => r.Item1), ("second", r => r.Item2));

        Assert.Equal(["median of 3 runs", "rate  first  second", " 0.5      2      20", "   1      6       0"], table.ToString()
            .Split('\n'));
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
                new Network(2, 2, seed: seed), Datasets.Moons(20), cancellation: TestContext.Current.CancellationToken),
                    cancellation: TestContext.Current.CancellationToken);

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
    public void Medians_MostRunsNeverGotThere_SaysNever() => Assert.Contains("never",
        Runs.Medians("rate", Rates, [[double.PositiveInfinity, 3, double.PositiveInfinity], [4, double.PositiveInfinity, 5]],
            ("epochs", e => e)).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Medians_NoSeeds_SaysToUseOne() => Assert.Contains("The setting 1 has no runs: use at least one seed",
        Assert.Throws<ArgumentException>(() => Runs.Medians("rate", Rates, [[1.0], []], ("cost", c => c))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Curve_NoSettings_SaysToGiveOne() => Assert.Contains("give at least one setting",
        Assert.Throws<ArgumentException>(() => Runs.Curve("Which rate?", "rate", "cost", LogAxes.None, [], [])).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Medians_NullQuantity_NamesIt() => Assert.Contains("quantities: cost",
        Assert.Throws<ArgumentNullException>(() => Runs.Medians<double, double>("rate", Rates, [[1], [2]], ("cost", null!))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void SeriesAndBand_Null_NameWhatIsMissing()
    {
        Assert.Equal("X", Assert.Throws<ArgumentNullException>(() => new Series("s", null!, [1])).ParamName);
        Assert.Equal("High", Assert.Throws<ArgumentNullException>(() => new Band("b", [1], [1], [1], null!)).ParamName);
        Assert.Contains("no runs: use at least one seed", Assert.Throws<ArgumentException>(() => Band.Of("b", [])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Dots_MissingRowOfResults_SaysHowManyWereExpected()
    {
        var error = Assert.Throws<ArgumentException>(() => Runs.Dots("Which rate?", "rate", "cost", Rates, [[1, 2, 3]]));

        Assert.Contains("runs has 1 rows but there are 2 settings", error.Message, StringComparison.Ordinal);
    }
}

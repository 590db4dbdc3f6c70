namespace ShallowNet.Notebooks.Tests;

/// <summary>What cannot be shown is refused by name, with what to do.</summary>
public sealed class RefusedInputTests
{
    private const double NaN = double.NaN, Infinite = double.PositiveInfinity;

    private static readonly double[] Two = [1, 2];
    private static readonly Network Net = new(2, 2);
    private static readonly Dataset Wide = new("wide", Matrix<double>.Build.Dense(30, 4), Matrix<double>.Build.Dense(1, 4));
    private static readonly Network Lost = new(2, 2, hidden: Activation.Custom("lost", _ => NaN, _ => NaN));
    private static readonly TrainingHistory Short = new Trainer { Epochs = 3 }.Train(new Network(2, 2), Gallery.Moons);

    public static TheoryData<string, Action> Refused => new()
    {
        { "“mine”", () => Figures.Curves("t", "x", "y", new Series("mine", Two, [NaN, NaN])) },
        { "\"mine\" has 3 abscissas but 2 ordinates", () => Figures.Curves("t", "x", "y", new Series("mine", [1, 2, 3], Two)) },
        { "at least one", () => Figures.Curves("t", "x", "y") },
        { "\"weights\" is logarithmic", () => Figures.Curves("t", "x", "weights", LogAxes.Y, new Series("a", Two, [-1, 0])) },
        { "both ends and", () => Figures.Function("t", "y", 0, Infinite, ("f", z => z)) },
        { "their distance must be finite", () => Figures.Function("t", "y", -1e308, 1e308, ("f", z => z)) },
        { "“none”", () => Figures.Histograms("t", "z", ("none", [])) },
        { "from 1 to 0", () => Figures.Histograms("t", "z", 1, 0, ("a", Two)) },
        { "“none”", () => Figures.Dots("t", "x", "y", ("none", [])) },
        { "3 above its upper edge 1 at 2", () => Figures.Bands("t", "x", "y", LogAxes.None, new Band("b", Two, Two, [1, 3], [1, 1])) },
        { "at least one run for each", () => Band.OfRuns("b", Two, [[1], []]) },
        { "no runs: use at least one seed", () => Band.Of("b", []) },
        { "0 × 0", () => Figures.Images("t", Matrix<double>.Build.Dense(1, 1), 0, 0) },
        { "64 values but 8 × 7 = 56 pixels", () => Figures.WeightImages("t", Matrix<double>.Build.Dense(2, 64), 8, 7) },
        { "at least two of each", () => Figures.CostSurface("t", Two, [1], new double[1, 2], "w", "b") },
        { "no finite number", () => Figures.CostContour("t", Two, Two, new[,] { { NaN, NaN }, { NaN, NaN } }, "w", "b") },
        { "J is 2 × 3 but there are 3 values of y and 2 of x",
            () => Figures.CostContour("t", [0, 1], [0, 1, 2], new double[2, 3], "w", "b") },
        { "3 values in X, 2 in Y",
            () => Figures.CostContour("t", Two, Two, new double[2, 2], "w", "b", new SurfacePath("p", [1, 2, 3], Two, Two)) },
        { "at least one", () => Figures.Race("t", "rate", "epochs", Two, []) },
        { "2 abscissas and runs for 1", () => Figures.Race("t", "rate", "epochs", Two, [("a", [[1.0]])]) },
        { "30 inputs", () => Figures.Boundary("t", new Network(30, 2), Wide) },
        { "answers NaN", () => Figures.Boundary("t", Lost, Gallery.Moons) },
        { "smaller learning rate", () => Figures.Boundary("t", Lost, Gallery.Moons) },
        { "SnapshotEvery", () => Figures.BoundaryOverEpochs("t", Net, Short, Gallery.Moons) },
        { "net is a 3-4-1 network", () => Figures.Playground("?", new Network(3, 4), Gallery.Moons) },
        { "net is a 2-9-1 network", () => Figures.Playground("?", new Network(2, 9), Gallery.Moons) },
        { "net is a 2-4-2 network", () => Figures.Playground("?", new Network(2, 4, 2), Gallery.Moons) },
        { "The setting 2 has no runs: use at least one seed", () => Runs.Medians("rate", Two, [[1.0], []], ("cost", c => c)) },
        { "give at least one setting", () => Runs.Curve("Which rate?", "rate", "cost", LogAxes.None, [], []) },
        { "runs has 1 rows but there are 2 settings", () => Runs.Dots("Which rate?", "rate", "cost", Two, [[1, 2, 3]]) },
        { "Row 1 is null", () => Table.Rows(["a"], [[1], null!]) },
        { "Row 1 has 1 cells but there are 2 headers (a, b)", () => Table.Rows(["a", "b"], [[1, 2], [1]]) },
    };

    [Theory, MemberData(nameof(Refused))]
    public void NothingToShow_IsRefusedByName(string said, Action show) =>
        Expect.In(Assert.ThrowsAny<ArgumentException>(show).Message, said);

    public static TheoryData<string, Action> Nulls => new()
    {
        { "series", () => Figures.Curves("t", "x", "y", (Series)null!) },
        { "bands", () => Figures.CostBands("t", (Band)null!) },
        { "runs", () => Figures.Costs("t", ("a", null!)) },
        { "curves", () => Figures.Roc("t", ("a", null!)) },
        { "nets", () => Figures.Boundaries("t", [("a", null!)], Gallery.Moons) },
        { "functions", () => Figures.Function("t", "y", 0, 1, ("a", null!)) },
        { "groups", () => Figures.Histograms("t", "x", ("a", null!)) },
        { "groups", () => Figures.Dots("t", "x", "y", ("a", null!)) },
        { "paths", () => Figures.CostContour("t", Two, Two, new double[2, 2], "w", "b", (SurfacePath)null!) },
        { "quantities: cost", () => Runs.Medians<double, double>("rate", Two, [[1], [2]], ("cost", null!)) },
        { "X", () => new Series("s", null!, [1]).ToString() },
        { "High", () => new Band("b", [1], [1], [1], null!).ToString() },
    };

    [Theory, MemberData(nameof(Nulls))]
    public void Null_NamesItsOwnArgument(string argument, Action show) =>
        Assert.Throws<ArgumentNullException>(argument, show);
}

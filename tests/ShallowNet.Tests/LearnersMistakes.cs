using System.Text;

namespace ShallowNet.Tests;

/// <summary>
/// The likeliest mistakes, each with the message that it gets. The messages stand as a table in tests/README.md: UPDATE_README=1 dotnet
/// test writes it anew.
/// </summary>
public sealed class LearnersMistakes
{
    private static readonly Dataset Moons = Datasets.Moons(100);
    private static readonly Dataset Cancer = Datasets.BreastCancer();

    private static readonly (string Mistake, Func<object?> Make, string Says)[] Mistakes =
    [
        ("X transposed", () => new Network(2, 4).Forward(Moons.X.Transpose()), "pass X.Transpose()"),
        ("Y transposed", () => new Trainer().Train(new Network(2, 4), Moons.X, Moons.Y.Transpose()), "pass Y.Transpose()"),
        ("Labels -1 and 1", () => new Trainer().Train(new Network(2, 4), Moons.X, 2 * Moons.Y - 1), "(Y + 1) / 2"),
        ("Labels 1 and 2", () => new Dataset("mine", Moons.X, Moons.Y + 1), "map the labels to 0 and 1"),
        ("Targets of other examples", () => new Network(2, 4).Cost(Moons.X, Datasets.Moons(50).Y), "targets of the same examples"),
        ("One-hot Y for one output", () => new Trainer().Train(new Network(64, 4), Datasets.Digits()), "make the network with ny: 10"),
        ("A missing value (NaN) in X", () => new Network(2, 4).Forward(Moons.X.MapIndexed((i, j, x) => (i, j) == (1, 7) ? double.NaN : x)),
            "remove or fill in"),
        ("Other inputs than the network has", () => new Network(2, 4).Forward(Cancer.X), "make a network with nx = 30"),
        ("No examples", () => Moons.Subset([]), "at least one example"),
        ("Learning rate 0", () => new Trainer { LearningRate = 0 }.Train(new Network(2, 4), Moons), "above 0"),
        ("Learning rate 100, cross-entropy", () => new Trainer { LearningRate = 100,
            Epochs = 20 }.Train(new Network(2, 4, hidden: Activation.ReLU, seed: 2), Moons), "the cost rose"),
        ("Learning rate 100, squared error", () => new Trainer { LearningRate = 100 }.Train(Regression(), Moons),
            "Try a learning rate of 10"),
        ("Learning rate far too small", () => new Trainer { LearningRate = 1e-6 }.Train(new Network(2, 4), Moons), "hardly moved"),
        ("Forgotten standardization", () => new Trainer { Epochs = 50 }.Train(new Network(30, 8), Cancer), "standardize them first"),
        ("All weights start at zero", () => new Trainer { LearningRate = 0.1 }.Train(new Network(2, 4,
            initializer: Initializer.Constant(0.1)), Moons), "start from random weights"),
        ("Network trained before", () => new Trainer().Train(Changed(net => new Trainer().Train(net, Moons)), Moons),
            "make a new one to start afresh"),
        ("Negative number of epochs", () => new Trainer { Epochs = -1 }.Train(new Network(2, 4), Moons), "0 or more"),
        ("RecordEvery 0", () => new Trainer { RecordEvery = 0 }.Train(new Network(2, 4), Moons), "1 or more"),
        ("An epoch that was not recorded", () => new Trainer { RecordEvery = 100 }.Train(new Network(2, 4), Moons).CostAt(50),
            "set RecordEvery"),
        ("Hand-set W1 of another hidden size", () => new Network(2, 4) { W1 = Matrix<double>.Build.Dense(3, 2) }, "a row per unit"),
        ("Hand-set W1 transposed", () => new Network(2, 4) { W1 = Matrix<double>.Build.Dense(2, 4) }, "pass W1.Transpose()"),
        ("Hand-set b1 too short", () => new Network(2, 4) { b1 = Vector<double>.Build.Dense(3) }, "one per unit"),
        ("NaN written into W1", () => new Trainer().Train(Changed(net => net.W1[0, 0] = double.NaN), Moons), "W1[0,0] is NaN"),
        ("Gradients of another network", () => Changed(net => net.Update(new Network(2, 3).Gradients(Moons.X, Moons.Y), 1)),
            "compute the gradients with this network"),
        ("Backward with the pass of other examples", () => new Network(2, 4)
            .Backward(Moons.X, new Network(2, 4).Forward(Datasets.Moons(50).X), Moons.Y), "pass what Forward gave for this X"),
        ("No hidden unit", () => new Network(2, 0), "1 or more"),
        ("tanh output with cross-entropy", () => new Network(2, 4, output: Activation.Tanh), "pass cost: CostFunction.SquaredError"),
        ("Leak of 10", () => Activation.LeakyReLU(10), "try 0.01"),
        ("Step 0 in a numerical derivative", () => NumericalDerivative.Central(Math.Sin, 1, 0), "try 1e-5"),
        ("Test share in percent", () => Moons.Split(25), "such as 0.25"),
        ("ROC curve of a single class", () => RocCurve.Of([0.1, 0.2], [1, 1]), "expected both 0 and 1"),
        ("Path of a file misspelt", () => Dataset.FromCsv("flowr.csv", "label"), "check the name and the working directory"),
        ("Label column misspelt", () => Dataset.FromCsv(DataFolder.Find("flower.csv"), "class"), "the columns are x1, x2, label"),
        ("A folder instead of a file", () => Dataset.FromCsv(Path.GetDirectoryName(DataFolder.Find("flower.csv"))!, "label"),
            "give the path of the file in it"),
        ("An example that does not exist", () => Moons.Subset([-1]), "columns[0] is -1, expected numbers from 0 to 99"),
        ("Standardizer for other inputs", () => Standardizer.Fit(Cancer.X).Apply(Moons.X), "fit it on the same inputs"),
        ("Standardizer, X transposed", () => Standardizer.Fit(Cancer.X).Apply(Cancer.X.Transpose()), "pass X.Transpose()"),
        ("Far too many points", () => Datasets.Moons(int.MaxValue), "at most 10,000,000: try 400"),
        ("Far too many hidden units", () => new Network(2, int.MaxValue), "take fewer units"),
        ("Negative scale of the weights", () => Initializer.Gaussian(-1), "expected 0 or more, such as 0.01"),
        ("A place outside the confusion matrix", () => ConfusionMatrix.Of(new Network(2, 4), Moons)[2, 0],
            "actual is 2, expected 0 to 1: the classes are 0, 1"),
        ("Recall of a class that does not exist", () => ConfusionMatrix.Of(new Network(2, 4), Moons).Recall(5), "c is 5, expected 0 to 1"),
        ("ROC curve of scores with NaN", () => RocCurve.Of([0.1, double.NaN], [0, 1]), "scores[1] is NaN"),
        ("A class that does not exist", () => Datasets.Digits().OneAgainstRest(10), "expected 0 to 9"),
    ];

    public static TheoryData<string> Names => [.. Mistakes.Select(mistake => mistake.Mistake)];

    [Theory, MemberData(nameof(Names))]
    public void Mistake_Made_SaysWhatToDo(string mistake)
    {
        var (_, make, says) = Mistakes.Single(m => m.Mistake == mistake);
        Expect.In(Message(make), says);
    }

    [Fact]
    public void Readme_Table_ListsTheMessages()
    {
        const string start = "<!-- learners' mistakes: begin -->\n", end = "<!-- learners' mistakes: end -->";
        var table = new StringBuilder("| mistake | message |\n| --- | --- |\n");
        foreach (var (mistake, make, _) in Mistakes)
            table.Append(null, $"| {mistake} | {Message(make).Replace("|", "\\|", StringComparison.Ordinal)} |\n");
        var path = Path.Combine(Path.GetDirectoryName(DataFolder.Find("README.md"))!, "..", "tests", "README.md");
        var readme = File.ReadAllText(path).ReplaceLineEndings("\n");
        var (from, to) = (readme.IndexOf(start, StringComparison.Ordinal) + start.Length, readme.IndexOf(end, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("UPDATE_README") == "1")
            File.WriteAllText(path, readme[..from] + table + readme[to..]);
        else
            Assert.Equal(table.ToString(), readme[from..to]);
    }

    private static string Message(Func<object?> make)
    {
        try
        {
            return Assert.IsType<TrainingHistory>(make()).Advice ?? "";
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or IOException or FormatException)
        {
            var message = e.Message.Replace(Path.GetDirectoryName(DataFolder.Find("flower.csv"))!, "data", StringComparison.Ordinal)
                .Replace(Directory.GetCurrentDirectory(), "<working directory>", StringComparison.Ordinal);
            return e.GetType().Name + ": " + message.ReplaceLineEndings(" ");
        }
    }

    private static Network Regression() => new(
        2, 4, hidden: Activation.Identity, output: Activation.Identity, cost: CostFunction.SquaredError,
        initializer: Initializer.Constant(0.5));

    private static Network Changed(Action<Network> change)
    {
        var net = new Network(2, 4);
        change(net);
        return net;
    }
}

using ShallowNet.Notebooks;

namespace ShallowNet.Benchmarks;

/// <summary>
/// How the cost of what a notebook reads and shows grows with its size: linear means that ten times the rows take ten times as long.
/// </summary>
internal static class Growth
{
    private static readonly int[] Sizes = [1_000, 10_000, 100_000];

    public static void Run()
    {
        Console.WriteLine($"{Machine.Name}, .NET {Environment.Version}, {DateTime.Now:yyyy-MM-dd}; milliseconds, the fastest of 3, and "
            + "KB of HTML.");
        Console.WriteLine();
        Report.Head(["what", .. Sizes.Select(n => $"{n:N0}")]);
        var file = Path.Combine(Path.GetTempPath(), $"growth-{Environment.ProcessId}.csv");
        try
        {
            Row("rows in a table", n => Table.Rows(["i", "x", "name"], Enumerable.Range(0, n)
                .Select(i => new object?[] { i, i / 7.0, "tanh" })).ToHtml());
            Row("lines in a CSV file", n => Dataset.FromCsv(file, "label").ToString(), n => WriteCsv(file, n));
            Row("examples of a data set, shown", n => Datasets.Moons(n).ToTable().ToHtml());
            Row("columns of a matrix, shown", n => Matrix<double>.Build.Dense(10, n, (i, j) => i + j / 7.0).ToTable().ToHtml());
            Row("points of a curve", n => Figures.Curves("Curve", "x", "y", Curve(n)).ToHtml());
            Row("dots of a scatter", n => Figures.Scatter("Moons", Datasets.Moons(n)).ToHtml());
            Row("epochs of a cost curve", n => Figures.Costs("Cost", ("tanh", History(n))).ToHtml());
            Row("values in a histogram", n => Figures.Histograms("Values", "x", ("x", Curve(n).Y)).ToHtml());
            Row("scores of an ROC curve", n => Figures.Roc("ROC", ("model", Roc(n))).ToHtml());
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void Row(string what, Func<int, string> show, Action<int>? prepare = null) => Report.Row([what, .. Sizes.Select(n =>
    {
        prepare?.Invoke(n);
        var html = "";
        var best = Machine.Fastest(() => html = show(n), 1, 3) / 1e3;
        return $"{best:0.0} ms{(html.StartsWith('<') ? $", {html.Length / 1e3:0} KB" : "")}";
    })]);

    private static void WriteCsv(string file, int n) =>
        File.WriteAllLines(file, Enumerable.Range(0, n).Select(i => $"{i / 7.0},{i % 13},{i % 3}").Prepend("x1,x2,label"));

    private static Series Curve(int n)
    {
        double[] x = [.. Enumerable.Range(0, n).Select(i => (double)i)];
        return new Series("curve", x, [.. x.Select(i => Math.Sin(i / 100) + i % 17 / 100)]);
    }

    private static TrainingHistory History(int n) =>
        new([.. Enumerable.Range(0, n)], [.. Enumerable.Range(0, n).Select(i => 1.0 / (1 + i))], [], StopReason.AllEpochs);

    private static RocCurve Roc(int n)
    {
        var random = new Random(1);
        int[] labels = [.. Enumerable.Range(0, n).Select(i => i % 2)];
        return RocCurve.Of([.. labels.Select(label => label + 2 * random.NextDouble())], labels);
    }
}

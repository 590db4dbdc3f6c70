using GenericChart = Plotly.NET.GenericChart;

namespace ShallowNet.Notebooks.Tests;

/// <summary>One of each figure, on little data.</summary>
internal static class Gallery
{
    private static readonly double[] Z = [.. Enumerable.Range(-20, 41).Select(i => i / 10.0)];
    public static readonly Dataset Moons = Datasets.Moons(120);
    public static readonly IReadOnlyDictionary<string, Figure> Figures = Make().ToDictionary();
    public static readonly IReadOnlyList<string> Animated = ["tangent", "boundary over epochs"];

    /// <summary>The figures of these names, or all.</summary>
    public static string Html(params string[] names) =>
        string.Concat((names.Length > 0 ? names : Figures.Keys).Select(name => Figures[name].ToHtml()));

    public static GenericChart Chart(string title = "A chart of one's own") => PlotlySchema.Chart(
        new[] { ("scatter", "line"), ("bar", "bars") }.Select(t => PlotlySchema.Trace(t.Item1, new { x = Z, y = Z, name = t.Item2 })),
        new { title = new { text = title } });

    public static Network Trained(out TrainingHistory history, int nh = 4, int epochs = 200)
    {
        var net = new Network(2, nh, seed: 2);
        history = new Trainer { Epochs = epochs, SnapshotEvery = 10 }.Train(net, Moons);
        return net;
    }

    private static (string Name, Figure Figure)[] Make()
    {
        var net = Trained(out var history);
        var digits = Matrix<double>.Build.Dense(64, 12, (i, j) => i * (j + 1) % 17);
        var scores = Enumerable.Range(0, 60).Select(i => i * 37 % 60 / 60.0).ToArray();
        var labels = scores.Select((score, i) => score + (i % 3 - 1) * 0.3 > 0.5 ? 1 : 0).ToArray();
        var J = Matrix<double>.Build.Dense(Z.Length, Z.Length, (i, j) => Z[i] * Z[i] + 0.3 * Z[j] * Z[j]).ToArray();
        var path = new SurfacePath("rate 0.1", [1.8, 1.0, 0.4], [1.5, 0.6, 0.1], [3.2, 0.7, 0.06]);
        var line = new Series("line", Z, Z);
        var logs = new Series("line", [0.001, 0.1, 10], [1, 10, 1000]) { Style = SeriesStyle.LineAndPoints };
        var trainer = new Trainer { Epochs = 100 };
        var seeds = Enumerable.Range(1, 3).Select(seed => trainer.Train(new Network(2, 3, seed: seed), Moons)).ToArray();
        double[][] tanh = [[30, 40], [10, 12], [1 / 0.0, 20]], relu = [[30, 41], [10, 12], [1 / 0.0, 1 / 0.0]];
        return
        [
            ("curves", Notebooks.Figures.Curves("Curves", "x", "y", line, new Series("dots", Z, Z) { Style = SeriesStyle.Points })),
            ("log curves", Notebooks.Figures.Curves("Logarithms", "x", "y", LogAxes.Both, logs)),
            ("function", Notebooks.Figures.Function("A function", "value", -1, 1, ("sin", Math.Sin))),
            ("activations", Notebooks.Figures.Activations("Activations", [.. Activation.All])),
            ("tangent", Notebooks.Figures.Tangent("Tangent", Activation.Tanh)),
            ("scatter", Notebooks.Figures.Scatter("Moons", Moons)),
            ("boundary", Notebooks.Figures.Boundary("Boundary", net, Moons)),
            ("boundaries", Notebooks.Figures.Boundaries("Boundaries", [("one", net), ("two", net), ("three", net), ("four", net)], Moons)),
            ("boundary over epochs", Notebooks.Figures.BoundaryOverEpochs("Boundary over epochs", net, history, Moons)),
            ("costs", Notebooks.Figures.Costs("Costs", ("tanh", history))),
            ("cost bands", Notebooks.Figures.CostBands("Bands", Band.Of("three seeds", seeds))),
            ("race", Notebooks.Figures.Race("Race", "rate", "epochs", [0.1, 1, 10], [("tanh", tanh), ("ReLU", relu)])),
            ("contour", Notebooks.Figures.CostContour("Contour", Z, Z, J, "w", "b", path)),
            ("surface", Notebooks.Figures.CostSurface("Surface", Z, Z, J, "w", "b", path)),
            ("histograms", Notebooks.Figures.Histograms("Histograms", "z", ("a", Z), ("b", Z), ("c", Z), ("d", Z), ("e", Z))),
            ("dots", Notebooks.Figures.Dots("Dots", "which", "how much", ("a", Z), ("b", Z))),
            ("weights", Notebooks.Figures.WeightImages("Weights", digits.Transpose() - 8, 8, 8)),
            ("images", Notebooks.Figures.Images("Images", digits, 8, 8)),
            ("confusion", Notebooks.Figures.Confusion("Confusion", new ConfusionMatrix([0, 0, 1, 1, 1], [0, 1, 1, 1, 0], ["no", "yes"]))),
            ("roc", Notebooks.Figures.Roc("ROC", ("net", RocCurve.Of(scores, labels)))),
            ("own chart", Chart().ToFigure()),
            ("own heatmap", Plotly.NET.CSharp.Chart.Heatmap<double, double, double, string>([Z, Z]).ToFigure("A heatmap of one's own.")),
        ];
    }
}

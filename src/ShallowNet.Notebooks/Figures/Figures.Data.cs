namespace ShallowNet.Notebooks;

public static partial class Figures
{
    private const int FinePerSide = 200, FramePerSide = 100, MostFrames = 40;
    private const double ShadedLogOdds = 6;
    private const string FaintGray = "#9A9A9A";

    /// <summary>A data set of two inputs, classes by color and mark.</summary>
    public static Figure Scatter(string title, Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Make(title,
            $"The {data.M} examples of {data.Name} by {Feature(data, 0)} and {Feature(data, 1)}; classes: {Listed(data.Classes)}.",
            OnePlane(data), Points(data), PlaneAxes(data));
    }

    /// <summary>What a network of two inputs and one output says at each place: the probability of class 1 as shading, the border at one
    /// half, and the data.</summary>
    public static Figure Boundary(string title, Network net, Dataset data)
    {
        ArgumentNullException.ThrowIfNull(net);
        var plane = new Plane(data, FinePerSide);
        return Make(title,
            $"The {net} on {data.Name}: shading from {data.Classes[0]} to {data.Classes[^1]}, the border where the probability "
            + $"is one half; {FigureNumber.Percent(net.Accuracy(data.X, data.Y))} of {data.M} examples lie on the right side.",
            OnePlane(data), Points(data).Prepend(Shading(plane, net)), PlaneAxes(data));
    }

    /// <summary>Decision boundaries of several networks of two inputs and one output on the same data, side by side.</summary>
    public static Figure Boundaries(string title, IReadOnlyList<(string Name, Network Net)> nets, Dataset data)
    {
        Guard.Named(nets, "network", nameof(nets));
        var plane = new Plane(data, nets.Count switch { 1 => FinePerSide, <= 3 => 140, <= 6 => 100, _ => 70 });
        string[] named = [.. nets.Select(n => $"{n.Name}: {FigureNumber.Percent(n.Net.Accuracy(data.X, data.Y))}")];
        // Seven and eight panels fill two rows of four; others stand three in a row at most.
        var (leastWidth, most) = nets.Count is 7 or 8 ? (165, 4) : (nets.Count > 3 ? 175 : 230, 3);
        return Make(title,
            $"Decision boundaries on {data.Name}, one a network, and how many examples lie on the right side: {Listed(named)}.",
            new FigureOptions { SmallMultiples = new SmallMultiples(nets.Count, leastWidth, 225, most, PanelAspect: PanelAspect(data)) },
            nets.SelectMany((n, i) => Points(data, i, 5).Prepend(Shading(plane, n.Net, i))), Panels(named), PlaneAxes(data, nets.Count));
    }

    /// <summary>The decision boundary as it forms: a slider and a play button run through the snapshots of a training
    /// (Trainer.SnapshotEvery) on data of two inputs; the network is not changed.</summary>
    /// <exception cref="ArgumentException">The history holds no snapshots.</exception>
    public static Figure BoundaryOverEpochs(string title, Network net, TrainingHistory history, Dataset data)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(history);
        Guard.That(history.Snapshots.Count > 0, nameof(history),
            "The history holds no snapshots: train with new Trainer { SnapshotEvery = 10, ... }.");
        var (replay, plane) = (net.Clone(), new Plane(data, FramePerSide));
        var shown = CurveSampling.Every(history.Snapshots.Count, MostFrames).Select(i => history.Snapshots[i]).ToArray();
        double[][] ZAt(Snapshot snapshot)
        {
            replay.Parameters = snapshot.Parameters;
            return LogOdds(plane.Ask(replay));
        }
        var frames = shown.Select(ZAt).ToArray();
        var steps = shown.Select((snapshot, i) => (
            $"epoch {FigureNumber.Text(snapshot.Epoch)}, cost {FigureNumber.Fixed(snapshot.Cost, 3)}",
            (object?[])[new { z = frames[i] }])).ToArray();
        return Make(title,
            $"The decision boundary of the {net} on {data.Name} from epoch {shown[0].Epoch} to {shown[^1].Epoch}; "
            + "the slider chooses the epoch.", OnePlane(data) with { Animation = new Animation("epoch", steps, shown.Length - 1) },
            Points(data).Prepend(LogOddsShading(plane, frames[^1])), PlaneAxes(data));
    }

    /// <summary>The name of an input, as the reader writes it.</summary>
    internal static string Feature(Dataset data, int i) => i < data.Features.Count ? data.Features[i].Replace('_', ' ') : $"x{i + 1}";

    /// <summary>The range of the second input over that of the first; null where their units are nothing like each other.</summary>
    private static double? Aspect(Dataset data)
    {
        var (x, y) = Plane.Frame(data);
        return (y[1] - y[0]) / (x[1] - x[0]) is var aspect and > 0.3 and < 3 ? aspect : null;
    }

    private static double PanelAspect(Dataset data) => Math.Clamp(Aspect(data) ?? 0.86, 0.5, 1.25);

    /// <summary>One plot whose frame leaves room for the axes' labels, and with it circles are circles.</summary>
    private static FigureOptions OnePlane(Dataset data)
    {
        const int Width = 520, LabelsLeft = 58, LabelsBelow = 54;
        return new FigureOptions { MaxWidth = Width, Aspect = (Width, (Width - LabelsLeft) * PanelAspect(data) + LabelsBelow) };
    }

    private static Dictionary<string, object?> PlaneAxes(Dataset data, int panels = 1)
    {
        var (x, y) = Plane.Frame(data);
        object Axis(int input, double[] range, string? scaleanchor = null) =>
            new { title = new { text = Feature(data, input) }, range, showgrid = false, constrain = "domain", scaleanchor };
        var axes = new Dictionary<string, object?>();
        for (var i = 0; i < panels; i++)
        {
            axes[Axes.Numbered("xaxis", i)] = Axis(0, x);
            axes[Axes.Numbered("yaxis", i)] = Axis(1, y, Aspect(data) is null ? null : Axes.Numbered("x", i));
        }
        return axes;
    }

    private static IEnumerable<Trace> Points(Dataset data, int panel = 0, int size = 7) =>
        from example in Enumerable.Range(0, data.M)
        group example by data.Labels[example] into members
        orderby members.Key
        let c = members.Key
        let name = data.Classes[c] is [>= '0' and <= '9'] digit ? $"class {digit}" : data.Classes[c]
        let line = new { width = 0.8, color = Palette.PagePaper }
        select PlotlySchema.Trace("scatter", OnPanel(panel),
            new { x = members.Select(j => data.X[0, j]).ToArray(), y = members.Select(j => data.X[1, j]).ToArray(), name },
            new { legendgroup = name, showlegend = panel == 0 ? (bool?)null : false, mode = "markers" },
            new { marker = new { color = Palette.Class(c), symbol = Palette.Symbol(c), size, line } },
            new { hovertemplate = $"{Feature(data, 0)} %{{x:.3g}}, {Feature(data, 1)} %{{y:.3g}}<extra>{name}</extra>" });

    /// <summary>ln(p / (1 − p)), cut at ±20: nearly straight where p jumps, so that a coarse grid still gives a smooth border.</summary>
    private static double[][] LogOdds(double[][] probabilities) =>
        [.. probabilities.Select(row => row.Select(p => Math.Log(Math.Max(p, 2e-9) / Math.Max(1 - p, 2e-9))).ToArray())];

    /// <summary>The shading of <see cref="Shading"/> for log odds: the color scale turns them into probabilities again.</summary>
    private static Trace LogOddsShading(Plane plane, double[][] z)
    {
        var colorscale = ColorScale(Enumerable.Range(0, 25).Select(i => i / 24.0)
            .Select(share => (share, ProbabilityColor(Activation.Sigmoid.Value(ShadedLogOdds * (2 * share - 1))))));
        return Border(plane, z, 0, new { zmin = -ShadedLogOdds, zmax = ShadedLogOdds, colorscale, hoverinfo = "skip" });
    }

    private static Trace Shading(Plane plane, Network net, int panel = 0)
    {
        var colorscale = ColorScale(new[] { 0, 0.5, 1 }.Select(p => (p, ProbabilityColor(p))));
        var hovertemplate = (net.Output == Activation.Sigmoid ? "probability of class 1" : "output") + " %{z:.3f}<extra></extra>";
        return Border(plane, plane.Ask(net), 0.5, OnPanel(panel), new { zmin = 0, zmax = 1, colorscale, hovertemplate });
    }

    /// <summary>From the color of class 0 over a faint gray at one half to that of class 1.</summary>
    private static string ProbabilityColor(double p) =>
        Palette.Mixed(FaintGray, 0.06, Palette.Class(p < 0.5 ? 0 : 1), 0.5, Math.Abs(2 * p - 1));

    private static Trace Border(Plane plane, double[][] z, double level, params object[] more) => PlotlySchema.Trace("contour",
    [
        new { x0 = plane.XRange[0], dx = plane.Step.X, y0 = plane.YRange[0], dy = plane.Step.Y, z, showscale = false },
        new { contours = new { coloring = "heatmap", start = level, end = level, size = 1 } },
        new { line = new { color = Palette.PageText, width = 2 } },
        .. more,
    ]);
}

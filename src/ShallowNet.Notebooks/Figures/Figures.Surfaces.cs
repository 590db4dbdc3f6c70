namespace ShallowNet.Notebooks;

public static partial class Figures
{
    // Strong on the blue and on the white end of the cost scale, which are the same on light and on dark pages.
    private static readonly string[] PathColors = ["#C4500A", "#00704F", "#6A2C7E", "#1A1A1A", "#A8005C"];

    /// <summary>Low cost deep blue, high cost nearly white.</summary>
    private static readonly object[] CostScale = ColorScale((0, "#2F6FA5"), (0.2, "#6FA3CB"), (0.55, "#B9D2E6"), (1, "#F4F7FA"));

    /// <summary>A slice of the cost surface, J[i, j] at y[i] and x[j], in three dimensions, which the reader turns, with paths on it; each
    /// path keeps the color that it had in an earlier figure.</summary>
    public static Figure CostSurface(
        string title, double[] x, double[] y, double[,] J, string xTitle, string yTitle, params SurfacePath[] paths)
    {
        CheckSlice(x, y, J, paths);
        var lift = 0.012 * (J.Cast<double>().Max() - J.Cast<double>().Min());
        object Axis(string name) => new { title = new { text = name }, nticks = 5, tickangle = 0 };
        var camera = new { eye = CameraPlacement.Of(x, y, J, paths), center = new { x = 0, y = 0, z = -0.16 } };
        var scene = new { xaxis = Axis(xTitle), yaxis = Axis(yTitle), zaxis = Axis("cost J"), camera, aspectmode = "cube" };
        return Make(title, SliceText("surface", xTitle, yTitle, paths), new FigureOptions { Height = 460, MaxWidth = 640 },
            Ordered(paths).Select(path => OnSlice("scatter3d", path, new { line = new { color = path.Color, width = 5 } },
                new { z = path.J.Select(cost => cost + lift).ToArray(), marker = new { color = path.Color, size = 3 } }))
                .Prepend(Slice("surface", x, y, J, xTitle, yTitle, new { showscale = false },
                    new { contours = new { z = new { show = true, color = "rgba(20,50,80,.45)", width = 1 } } })),
            new { scene, margin = new { l = 0, r = 0, t = 0, b = 0 } });
    }

    /// <summary>A slice of the cost surface, J[i, j] at y[i] and x[j], seen from above, cost as color, with paths on it.</summary>
    public static Figure CostContour(
        string title, double[] x, double[] y, double[,] J, string xTitle, string yTitle, params SurfacePath[] paths)
    {
        CheckSlice(x, y, J, paths);
        return Make(title, SliceText("contour map", xTitle, yTitle, paths), new FigureOptions { Height = 420, MaxWidth = 640 },
            Ordered(paths).Select(path => OnSlice("scatter", path, new { line = new { color = path.Color, width = 2 } },
                new { marker = new { color = path.Color, size = 5.5, line = new { color = "#ffffff", width = 0.8 } } },
                new { customdata = path.J, legendrank = Array.IndexOf(paths, path) },
                new { hovertemplate = $"step %{{pointNumber}}: J %{{customdata:.4~g}}<extra>{path.Name}</extra>" }))
                .Prepend(Slice("contour", x, y, J, xTitle, yTitle, new { ncontours = 22, contours = new { coloring = "heatmap" } },
                    new { line = new { color = "rgba(20,50,80,.35)", width = 0.8 }, colorbar = new { title = new { text = "cost J" } } })),
            new { xaxis = Axes.Plain(xTitle, range: [x.Min(), x.Max()]), yaxis = Axes.Plain(yTitle, range: [y.Min(), y.Max()]) });
    }

    private static Trace OnSlice(string type, SurfacePath path, params object[] more) => PlotlySchema.Trace(
        type, [new { x = path.X, y = path.Y, name = path.Name, mode = "lines+markers", showlegend = true }, .. more]);

    private static Trace Slice(string type, double[] x, double[] y, double[,] J, string xTitle, string yTitle, params object[] more)
    {
        var hovertemplate = $"{xTitle} %{{x:.3g}}<br>{yTitle} %{{y:.3g}}<br>J %{{z:.3g}}<extra></extra>";
        return PlotlySchema.Trace(type, [new { x, y, z = J, colorscale = CostScale, hovertemplate }, .. more]);
    }

    /// <summary>The longest way first, below the others: a path that jumps to and fro would cover all.</summary>
    private static SurfacePath[] Ordered(SurfacePath[] paths)
    {
        foreach (var path in paths)
            path.Color ??= PathColors.Except(paths.Select(other => other.Color)).FirstOrDefault() ?? PathColors[0];
        return [.. paths.OrderByDescending(path => Enumerable.Range(1, Math.Max(path.X.Count - 1, 0))
            .Sum(k => Math.Abs(path.X[k] - path.X[k - 1]) + Math.Abs(path.Y[k] - path.Y[k - 1])))];
    }

    private static string SliceText(string kind, string xTitle, string yTitle, SurfacePath[] paths) =>
        $"A {kind} of the cost over {xTitle} and {yTitle}"
        + (paths.Length > 0 ? $", with the path of {Listed(paths.Select(p => $"{p.Name} ({p.X.Count} points)"))}." : ".");

    private static void CheckSlice(double[] x, double[] y, double[,] J, SurfacePath[] paths)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(J);
        ArgumentNullException.ThrowIfNull(paths);
        Guard.That(x.Length >= 2 && y.Length >= 2, nameof(x),
            $"There are {x.Length} values of x and {y.Length} of y: a surface needs at least two of each.");
        Guard.That(J.GetLength(0) == y.Length && J.GetLength(1) == x.Length, nameof(J),
            $"J is {J.GetLength(0)} × {J.GetLength(1)} but there are {y.Length} values of y and {x.Length} of x: "
            + "J[i, j] is the cost at y[i] and x[j].");
        Guard.That(J.Cast<double>().Any(double.IsFinite), nameof(J), "J holds no finite number: there is no surface to draw.");
        foreach (var path in paths)
        {
            ArgumentNullException.ThrowIfNull(path, nameof(paths));
            Guard.That(path.X.Count == path.Y.Count && path.X.Count == path.J.Count, nameof(paths),
                $"The path \"{path.Name}\" has {path.X.Count} values in X, {path.Y.Count} in Y and {path.J.Count} in J: "
                + "give as many of each.");
        }
    }
}

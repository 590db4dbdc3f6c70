namespace ShallowNet.Notebooks;

public static partial class Figures
{
    /// <summary>A slice of the cost surface in three dimensions, which the reader turns, with paths on it.</summary>
    /// <param name="title">The finding or the question.</param>
    /// <param name="x">Values of the first parameter.</param>
    /// <param name="y">Values of the second parameter.</param>
    /// <param name="J">J[i, j] is the cost at y[i] and x[j].</param>
    /// <param name="xTitle">Name of the first parameter.</param>
    /// <param name="yTitle">Name of the second parameter.</param>
    /// <param name="paths">Paths over the surface.</param>
    public static Figure CostSurface(string title, double[] x, double[] y, double[,] J, string xTitle, string yTitle, params SurfacePath[] paths)
    {
        Slice(x, y, J);
        ArgumentNullException.ThrowIfNull(paths);
        var lift = 0.012 * (J.Cast<double>().Max() - J.Cast<double>().Min());
        return Make(title, SliceText("surface", xTitle, yTitle, paths), new FigureOptions { Height = 420, MaxWidth = 640 },
            paths.Select((path, i) => PlotlySchema.Trace("scatter3d", new
            {
                x = path.X,
                y = path.Y,
                z = path.J.Select(cost => cost + lift).ToArray(),
                name = path.Name,
                mode = "lines+markers",
                line = new { color = PathColor(i), width = 5 },
                marker = new { color = PathColor(i), size = 3 },
                showlegend = true,
            })).Prepend(PlotlySchema.Trace("surface", new
            {
                x,
                y,
                z = J,
                colorscale = CostScale,
                showscale = false,
                contours = new { z = new { show = true, color = "rgba(20,50,80,.45)", width = 1 } },
                hovertemplate = $"{xTitle} %{{x:.3g}}<br>{yTitle} %{{y:.3g}}<br>J %{{z:.3g}}<extra></extra>",
            })),
            new
            {
                scene = new
                {
                    xaxis = Axis(xTitle),
                    yaxis = Axis(yTitle),
                    zaxis = Axis("cost J"),
                    camera = new { eye = CameraPlacement.Of(x, y, J, paths), center = new { x = 0, y = 0, z = -0.15 } },
                    aspectmode = "cube",
                },
                margin = new { l = 0, r = 0, t = 0, b = 0 },
            });
    }

    /// <summary>A slice of the cost surface seen from above, cost as color, with paths on it.</summary>
    /// <param name="title">The finding or the question.</param>
    /// <param name="x">Values of the first parameter.</param>
    /// <param name="y">Values of the second parameter.</param>
    /// <param name="J">J[i, j] is the cost at y[i] and x[j].</param>
    /// <param name="xTitle">Name of the first parameter.</param>
    /// <param name="yTitle">Name of the second parameter.</param>
    /// <param name="paths">Paths over the surface.</param>
    public static Figure CostContour(string title, double[] x, double[] y, double[,] J, string xTitle, string yTitle, params SurfacePath[] paths)
    {
        Slice(x, y, J);
        ArgumentNullException.ThrowIfNull(paths);
        return Make(title, SliceText("contour map", xTitle, yTitle, paths), new FigureOptions { Height = 420, MaxWidth = 640 },
            paths.Select((path, i) => PlotlySchema.Trace("scatter", new
            {
                x = path.X,
                y = path.Y,
                name = path.Name,
                mode = "lines+markers",
                line = new { color = PathColor(i), width = 2.5 },
                marker = new { color = PathColor(i), size = 6, line = new { color = "#ffffff", width = 1 } },
                customdata = path.J,
                showlegend = true,
                hovertemplate = $"step %{{pointNumber}}: J %{{customdata:.4g}}<extra>{path.Name}</extra>",
            })).Prepend(PlotlySchema.Trace("contour", new
            {
                x,
                y,
                z = J,
                ncontours = 22,
                colorscale = CostScale,
                contours = new { coloring = "heatmap" },
                line = new { color = "rgba(20,50,80,.35)", width = 0.8 },
                colorbar = new { title = new { text = "cost J" } },
                hovertemplate = $"{xTitle} %{{x:.3g}}<br>{yTitle} %{{y:.3g}}<br>J %{{z:.3g}}<extra></extra>",
            })),
            new { xaxis = Axis(xTitle, range: [x.Min(), x.Max()]), yaxis = Axis(yTitle, range: [y.Min(), y.Max()]) });
    }

    private static string PathColor(int i) => new[] { Palette.Vermilion, Palette.Green, "#7A3E8E", Palette.Orange }[i % 4];

    /// <summary>Low cost deep blue, high cost nearly white: paths in strong colors stand out on all of it.</summary>
    private static object[] CostScale => [new object[] { 0, "#2F6FA5" }, new object[] { 0.2, "#6FA3CB" }, new object[] { 0.55, "#B9D2E6" }, new object[] { 1, "#F4F7FA" }];

    private static string SliceText(string kind, string xTitle, string yTitle, SurfacePath[] paths) =>
        $"A {kind} of the cost over {xTitle} and {yTitle}" + (paths.Length > 0 ? $", with the path of {Listed(paths.Select(p => $"{p.Name} ({p.X.Count} points)"))}." : ".");

    private static void Slice(double[] x, double[] y, double[,] J)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(J);
        if (J.GetLength(0) != y.Length || J.GetLength(1) != x.Length)
        {
            throw new ArgumentException($"J is {J.GetLength(0)} × {J.GetLength(1)} but there are {y.Length} values of y and {x.Length} of x: J[i, j] is the cost at y[i] and x[j].", nameof(J));
        }
    }
}

namespace ShallowNet.Notebooks;

public static partial class Figures
{
    /// <summary>A confusion matrix: counts as numbers, shares of the actual class as color.</summary>
    public static Figure Confusion(string title, ConfusionMatrix c)
    {
        ArgumentNullException.ThrowIfNull(c);
        var n = c.Classes.Count;
        var counts = Enumerable.Range(0, n).Select(a => Enumerable.Range(0, n).Select(p => c[a, p]).ToArray()).ToArray();
        var shares = counts.Select(row => row.Select(count => row.Sum() == 0 ? 0.0 : (double)count / row.Sum()).ToArray()).ToArray();
        object Axis(string name, string? autorange = null) =>
            new { title = new { text = name }, type = "category", dtick = 1, showgrid = false, showline = false, ticks = "", autorange };
        return Make(title,
            $"Confusion matrix of {c.Total} examples, {FigureNumber.Percent(c.Accuracy)} right; rows are the actual class, "
            + $"columns the predicted one: {Listed(c.Classes)}.",
            new FigureOptions { Height = n <= 3 ? 320 : 460, MaxWidth = n <= 3 ? 440 : 560 },
            [
                PlotlySchema.Trace("heatmap",
                    new { x = c.Classes, y = c.Classes, z = shares, zmin = 0, zmax = 1, xgap = 2, ygap = 2, showscale = false },
                    new { text = counts, texttemplate = "%{text}", textfont = new { size = n <= 3 ? 18 : 12 } },
                    new { colorscale = ColorScale((0, Palette.PagePaper), (0.001, Palette.PageGrid), (1, Palette.Blue)) },
                    new { hovertemplate = "actual %{y}, predicted %{x}: %{text} (%{z:.1%} of the row)<extra></extra>" }),
            ],
            new { xaxis = Axis("predicted class"), yaxis = Axis("actual class", "reversed") });
    }

    /// <summary>ROC curves: hits over false alarms for every threshold, with the area under each curve.</summary>
    public static Figure Roc(string title, params (string Name, RocCurve Curve)[] curves)
    {
        Guard.Named(curves, "curve", nameof(curves));
        var colors = Palette.Series([.. curves.Select(c => c.Name)]);
        string[] named = [.. curves.Select(c => $"{c.Name}, area {FigureNumber.Fixed(c.Curve.Auc, 4)}")];
        var shown = new { showlegend = true, hovertemplate = "false alarms %{x:.1%}, hits %{y:.1%}<extra></extra>" };
        var dotted = new { line = new { color = Palette.PageMuted, width = 1.5, dash = "dot" }, hoverinfo = "skip" };
        object Rate(string name) => new { title = new { text = name }, range = new[] { -0.02, 1.02 }, tickformat = ".0%" };
        return Make(title, $"ROC curves, with the area under each: {Listed(named)}.", new FigureOptions { Height = 440, MaxWidth = 600 },
            curves.Select((c, i) =>
            {
                var (x, y) = CurveSampling.Thin(c.Curve.FalsePositiveRate, c.Curve.TruePositiveRate);
                return Line(named[i], x, y, colors[i], shown);
            }).Append(Line("guessing", [0, 1], [0, 1], Palette.PageMuted, dotted)),
            new { xaxis = Rate("false-positive rate"), yaxis = Rate("true-positive rate") });
    }
}

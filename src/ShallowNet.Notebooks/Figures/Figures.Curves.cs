using Plotly.NET;

namespace ShallowNet.Notebooks;

public static partial class Figures
{
    /// <summary>Curves over one horizontal axis.</summary>
    /// <param name="title">The finding or the question.</param>
    /// <param name="xTitle">What the horizontal axis is.</param>
    /// <param name="yTitle">What the vertical axis is.</param>
    /// <param name="series">The curves.</param>
    public static Figure Curves(string title, string xTitle, string yTitle, params Series[] series) =>
        Curves(title, xTitle, yTitle, LogAxes.None, series);

    /// <summary>Curves, with logarithmic axes where asked; points that a logarithm cannot show (zero or less) are left out.</summary>
    /// <param name="title">The finding or the question.</param>
    /// <param name="xTitle">What the horizontal axis is.</param>
    /// <param name="yTitle">What the vertical axis is.</param>
    /// <param name="log">Which axes are logarithmic.</param>
    /// <param name="series">The curves.</param>
    public static Figure Curves(string title, string xTitle, string yTitle, LogAxes log, params Series[] series)
    {
        Any(series, "series", nameof(series));
        var colors = Palette.Series([.. series.Select(s => s.Name)]);
        return Make(title, $"Curves of {yTitle} over {xTitle}: {Listed(series.Select(s => s.Name))}.", new FigureOptions(),
            series.Select((s, i) => Curve(s, colors[i])),
            new { xaxis = Axis(xTitle, log.HasFlag(LogAxes.X), series.SelectMany(s => s.X)), yaxis = Axis(yTitle, log.HasFlag(LogAxes.Y), series.SelectMany(s => s.Y)), hovermode = series.Any(s => s.Style == SeriesStyle.Points) ? null : "x unified" });
    }

    /// <summary>Functions drawn from one end to the other.</summary>
    /// <param name="title">The finding or the question.</param>
    /// <param name="yTitle">What the vertical axis is; the horizontal one is z.</param>
    /// <param name="from">The left end.</param>
    /// <param name="to">The right end.</param>
    /// <param name="functions">Each with its name.</param>
    public static Figure Function(string title, string yTitle, double from, double to, params (string Name, Func<double, double> F)[] functions)
    {
        Any(functions, "function", nameof(functions));
        if (!(from < to))
        {
            throw new ArgumentException($"The range runs from {Text(from)} to {Text(to)}: the left end must be below the right end.", nameof(to));
        }
        var z = CurveSampling.Steps(from, to, 401);
        return Curves(title, "z", yTitle, [.. functions.Select(f => new Series(f.Name, z, [.. z.Select(f.F)]))]);
    }

    /// <summary>Activation functions and, beside them, their slopes.</summary>
    /// <param name="title">The finding or the question.</param>
    /// <param name="activations">Which; their colors are the same in every chapter.</param>
    public static Figure Activations(string title, params Activation[] activations)
    {
        Any(activations, "activation", nameof(activations));
        var z = CurveSampling.Steps(-6, 6, 241);
        var colors = Palette.Series([.. activations.Select(g => g.Name)]);
        // ReLU, leaky ReLU and the identity lie on each other for z > 0: dashes let the ones below show through.
        object Stroke(int i) => new { color = colors[i], width = 2.4, dash = activations[i].Name.Split(' ')[0] switch { "leaky" => "dash", "linear" => "dot", _ => "solid" } };
        // The slopes of ReLU and its kin jump at 0: a point more on each side keeps the jump upright.
        double[] zs = [.. z.Append(-1e-6).Append(1e-6).Order()];
        var traces = activations.SelectMany((g, i) => new[]
        {
            Line(g.Name, z, g.Value(z), colors[i], new { legendgroup = g.Name, line = Stroke(i) }),
            Line(g.Name, zs, g.Derivative(zs), colors[i], new { legendgroup = g.Name, showlegend = false, xaxis = "x2", yaxis = "y2", line = Stroke(i) }),
        });
        return Make(title, $"Left the functions g(z), right their slopes g′(z), for z from −6 to 6: {Listed(activations.Select(g => g.Name))}.",
            new FigureOptions { SmallMultiples = new SmallMultiples(2, 300, 280, GapX: 70, ShareTitles: false) }, traces,
            Panels(["the function g(z)", "its slope g′(z)"]),
            new
            {
                xaxis = Axis("z"),
                yaxis = Axis("g(z)", range: [-1.6, 3.1]),
                xaxis2 = Axis("z"),
                yaxis2 = Axis("g′(z)", range: [-0.12, 1.2]),
            });
    }

    /// <summary>An activation function, its slope, and a tangent that a slider moves along the curve.</summary>
    /// <param name="title">The finding or the question.</param>
    /// <param name="g">The activation function.</param>
    public static Figure Tangent(string title, Activation g)
    {
        ArgumentNullException.ThrowIfNull(g);
        var z = CurveSampling.Steps(-6, 6, 241);
        double[] zs = [.. z.Append(-1e-6).Append(1e-6).Order()];
        var places = CurveSampling.Steps(-6, 6, 49);
        var (low, high) = CurveSampling.Range(g.Value(CurveSampling.Steps(-3, 3, 61)).Concat(g.Derivative(z)), 0.12);
        (double[] X, double[] Y) TangentAt(double at) => ([at - 1.6, at + 1.6], [g.Value(at) - 1.6 * g.Derivative(at), g.Value(at) + 1.6 * g.Derivative(at)]);
        var start = 28;
        var (tangentX, tangentY) = TangentAt(places[start]);
        var color = Palette.Series([g.Name])[0];
        var steps = places.Select(at => new AnimationStep(
            $"z = {Text(at, "F2")}: g = {Text(g.Value(at), "F3")}, slope g′ = {Text(g.Derivative(at), "F3")}",
            [null, null, new { x = TangentAt(at).X, y = TangentAt(at).Y }, new { x = new[] { at, at }, y = new[] { g.Value(at), g.Derivative(at) } }])).ToArray();
        return Make(title, $"The curve of {g.Name}, its slope, and the tangent at a point that the slider moves from z = −6 to 6.",
            new FigureOptions { Animation = new Animation("z", steps, start) },
            [
                Line($"{g.Name}, g(z)", z, g.Value(z), color),
                Line("slope g′(z)", zs, g.Derivative(zs), color, new { line = new { color, width = 2, dash = "dash" } }),
                Line("tangent", tangentX, tangentY, Palette.PageText, new { line = new { color = Palette.PageText, width = 2 } }),
                PlotlySchema.Trace("scatter", new { x = new[] { places[start], places[start] }, y = new[] { g.Value(places[start]), g.Derivative(places[start]) }, mode = "markers", marker = new { color = Palette.PageText, size = 9 }, showlegend = false, hoverinfo = "skip" }),
            ],
            new { xaxis = Axis("z", range: [-6, 6]), yaxis = Axis("", range: [low, high]) });
    }

    private static Trace Curve(Series s, string color)
    {
        ArgumentNullException.ThrowIfNull(s);
        SameLength(s.X.Count, s.Y.Count, s.Name, "series");
        var points = s.Style is SeriesStyle.Points or SeriesStyle.LineAndPoints;
        var (x, y) = s.Style == SeriesStyle.Points ? ([.. s.X], [.. s.Y]) : CurveSampling.Thin(s.X, s.Y);
        return Line(s.Name, x, y, color, new
        {
            mode = s.Style switch { SeriesStyle.Points => "markers", SeriesStyle.LineAndPoints => "lines+markers", _ => "lines" },
            marker = points ? new { color, size = 7 } : null,
            line = new { color, width = 2.4, dash = s.Style == SeriesStyle.Dashed ? "dash" : "solid" },
        });
    }

    private static Trace Line(string name, double[] x, double[] y, string color, object? more = null) =>
        PlotlySchema.Trace("scatter", [new { x, y, name, mode = "lines", line = new { color, width = 2.4 } }, more ?? new { }]);

    /// <summary>The titles of small multiples, as annotations that the browser places.</summary>
    private static object Panels(IEnumerable<string> titles) => new
    {
        annotations = titles.Select(text => (object)new { text, showarrow = false, xref = "paper", yref = "paper", x = 0.5, y = 1.0 }).ToArray(),
    };
}

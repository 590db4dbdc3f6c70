using Plotly.NET;

namespace ShallowNet.Notebooks;

public static partial class Figures
{
    /// <summary>Half the width of the gap in which a slope jumps: less than a pixel.</summary>
    private const double Jump = 1e-6;

    /// <summary>Curves over one horizontal axis.</summary>
    /// <param name="title">The question, or what is shown.</param>
    /// <param name="xTitle">What the horizontal axis is.</param>
    /// <param name="yTitle">What the vertical axis is.</param>
    /// <param name="series">The curves.</param>
    public static Figure Curves(string title, string xTitle, string yTitle, params Series[] series) =>
        Curves(title, xTitle, yTitle, LogAxes.None, series);

    /// <summary>Curves, with logarithmic axes where asked; points that a logarithm cannot show (zero or less) are left out.</summary>
    /// <param name="title">The question, or what is shown.</param>
    /// <param name="xTitle">What the horizontal axis is.</param>
    /// <param name="yTitle">What the vertical axis is.</param>
    /// <param name="log">Which axes are logarithmic.</param>
    /// <param name="series">The curves.</param>
    /// <exception cref="ArgumentException">No curve, none with a finite value, or none that a logarithmic axis can show.</exception>
    public static Figure Curves(string title, string xTitle, string yTitle, LogAxes log, params Series[] series) =>
        Curves(title, xTitle, yTitle, log, "", null, series);

    private static Figure Curves(string title, string xTitle, string yTitle, LogAxes log, string note, double[]? yRange, Series[] series)
    {
        Any(series, "series", nameof(series));
        foreach (var s in series)
            SameLength(s.X.Count, s.Y.Count, s.Name, nameof(series));
        var undrawn = Undrawn(series.Select(s => (s.Name, s.Y)), nameof(series));
        var colors = Palette.Series([.. series.Select(s => s.Name)]);
        var dashes = CoincidingCurves.Dashes([.. series.Select(s => s.Style == SeriesStyle.Points ? [] : s.Y)]);
        var y = series.SelectMany(s => s.Y);
        return Make(title, $"Curves of {yTitle} over {xTitle}: {Listed(series.Select(s => s.Name))}.",
            new FigureOptions { Note = Sentences(note, undrawn) },
            series.Select((s, i) => Curve(s, colors[i], dashes[i])),
            new
            {
                xaxis = Along(xTitle, log, series.SelectMany(s => s.X)),
                yaxis = Up(yTitle, log, y, yRange),
                hovermode = series.Any(s => s.Style == SeriesStyle.Points) ? null : "x unified",
            });
    }

    /// <summary>Functions drawn from one end to the other.</summary>
    /// <param name="title">The question, or what is shown.</param>
    /// <param name="yTitle">What the vertical axis is; the horizontal one is z.</param>
    /// <param name="from">The left end.</param>
    /// <param name="to">The right end.</param>
    /// <param name="functions">Each with its name.</param>
    public static Figure Function(
        string title, string yTitle, double from, double to, params (string Name, Func<double, double> F)[] functions)
    {
        Any(functions, "function", nameof(functions));
        Given(functions, nameof(functions));
        if (!(from < to) || !double.IsFinite(to - from))
        {
            throw new ArgumentException(
                $"The range runs from {Text(from)} to {Text(to)}: both ends and their distance must be finite, the left one below the "
                    + "right one.",
                nameof(to));
        }
        var z = CurveSampling.Steps(from, to, 401);
        return Curves(title, "z", yTitle, [.. functions.Select(f => new Series(f.Name, z, [.. z.Select(f.F)]))]);
    }

    /// <summary>
    /// Activation functions and, beside them, their slopes; where a slope jumps, a dot is filled at the value it has and open at the other.
    /// </summary>
    /// <param name="title">The question, or what is shown.</param>
    /// <param name="activations">Which; their colors are the same in every chapter.</param>
    public static Figure Activations(string title, params Activation[] activations)
    {
        Any(activations, "activation", nameof(activations));
        var z = CurveSampling.Steps(-6, 6, 241);
        var colors = Palette.Series([.. activations.Select(g => g.Name)]);
        double[][] values = [.. activations.Select(g => g.Value(z))], slopes = [.. activations.Select(g => g.Derivative(z))];
        string[] left = CoincidingCurves.Dashes(values), right = CoincidingCurves.Dashes(slopes);
        object Stroke(int i) => new { color = colors[i], width = 2.4, dash = left[i] == "solid" ? right[i] : left[i] };
        return Make(title,
            $"Left the functions g(z), right their slopes g′(z), for z from −6 to 6: {Listed(activations.Select(g => g.Name))}.",
            new FigureOptions { SmallMultiples = new SmallMultiples(2, 300, 280, GapX: 70, ShareTitles: false) },
            activations.SelectMany((g, i) =>
                Slope(g, g.Name, colors[i], Stroke(i), new { legendgroup = g.Name, showlegend = false, xaxis = "x2", yaxis = "y2" })
                    .Prepend(Line(g.Name, z, values[i], colors[i], new { legendgroup = g.Name, line = Stroke(i) }))),
            Panels(["the function g(z)", "its slope g′(z)"]),
            new
            {
                xaxis = Axes.Plain("z"),
                yaxis = Axes.Plain("g(z)", range: [-1.6, 3.1]),
                xaxis2 = Axes.Plain("z"),
                yaxis2 = Axes.Plain("g′(z)", range: [-0.12, 1.2]),
            });
    }

    /// <summary>An activation function, its slope, and a tangent that a slider moves along the curve.</summary>
    /// <param name="title">The question, or what is shown.</param>
    /// <param name="g">The activation function.</param>
    public static Figure Tangent(string title, Activation g)
    {
        ArgumentNullException.ThrowIfNull(g);
        var z = CurveSampling.Steps(-6, 6, 241);
        var places = CurveSampling.Steps(-6, 6, 49);
        var (low, high) = CurveSampling.Range(g.Value(CurveSampling.Steps(-3, 3, 61)).Concat(g.Derivative(z)), 0.12);
        (double[] X, double[] Y) TangentAt(double at) =>
            ([at - 1.6, at + 1.6], [g.Value(at) - 1.6 * g.Derivative(at), g.Value(at) + 1.6 * g.Derivative(at)]);
        (double[] X, double[] Y) DotsAt(double at) => ([at, at], [g.Value(at), g.Derivative(at)]);
        var start = 28;
        var (tangentX, tangentY) = TangentAt(places[start]);
        var (dotsX, dotsY) = DotsAt(places[start]);
        var color = Palette.Series([g.Name])[0];
        var slope = Slope(g, "slope g′(z)", color, new { color, width = 2, dash = "dash" }, new { }).ToArray();
        var steps = places.Select(at => new AnimationStep(
            $"z = {FigureNumber.Fixed(at, 2)}: g = {FigureNumber.Fixed(g.Value(at), 3)}, "
                + $"slope g′ = {FigureNumber.Fixed(g.Derivative(at), 3)}",
            [
                null,
                .. slope.Select(_ => (object?)null),
                new { x = TangentAt(at).X, y = TangentAt(at).Y },
                new { x = DotsAt(at).X, y = DotsAt(at).Y },
            ])).ToArray();
        return Make(title, $"The curve of {g.Name}, its slope, and the tangent at a point that the slider moves from z = −6 to 6.",
            new FigureOptions { Animation = new Animation("z", steps, start) },
            [
                Line($"{g.Name}, g(z)", z, g.Value(z), color),
                .. slope,
                Line("tangent", tangentX, tangentY, Palette.PageText, new { line = new { color = Palette.PageText, width = 2 } }),
                PlotlySchema.Trace("scatter", new
                {
                    x = dotsX,
                    y = dotsY,
                    mode = "markers",
                    marker = new { color = Palette.PageText, size = 9 },
                    showlegend = false,
                    hoverinfo = "skip",
                }),
            ],
            new { xaxis = Axes.Plain("z", range: [-6, 6]), yaxis = Axes.Plain("", range: [low, high]) });
    }

    /// <summary>
    /// The slope from −6 to 6. Where it jumps at 0, as that of ReLU, the line has a gap there, a filled dot and an open one.
    /// </summary>
    private static IEnumerable<Trace> Slope(Activation g, string name, string color, object line, object more)
    {
        double[] ends = [g.Derivative(-Jump), g.Derivative(Jump)];
        var jumps = Math.Abs(ends[1] - ends[0]) > 0.01;
        var z = CurveSampling.Steps(-6, 6, 241);
        var x = jumps ? [.. z.Where(at => at < -Jump), -Jump, 0, Jump, .. z.Where(at => at > Jump)] : z;
        var y = jumps ? [.. x.Select(at => at == 0 ? double.NaN : g.Derivative(at))] : g.Derivative(z);
        yield return PlotlySchema.Trace("scatter", new { x, y, name, mode = "lines", line }, more);
        if (jumps)
        {
            var taken = g.Derivative(0.0);
            yield return PlotlySchema.Trace("scatter", more, new
            {
                x = new double[] { 0, 0 },
                y = ends,
                name,
                mode = "markers",
                showlegend = false,
                marker = new { color, size = 8, symbol = ends.Select(end => end == taken ? "circle" : "circle-open").ToArray() },
                hoverinfo = "skip",
            });
        }
    }

    private static Trace Curve(Series s, string color, string dash)
    {
        var points = s.Style is SeriesStyle.Points or SeriesStyle.LineAndPoints;
        var (x, y) = s.Style == SeriesStyle.Points ? ([.. s.X], [.. s.Y]) : CurveSampling.Thin(s.X, s.Y);
        return Line(s.Name, x, y, color, new
        {
            mode = s.Style switch { SeriesStyle.Points => "markers", SeriesStyle.LineAndPoints => "lines+markers", _ => "lines" },
            marker = points ? new { color, size = 7 } : null,
            line = new { color, width = 2.4, dash = s.Style == SeriesStyle.Dashed ? "dash" : dash },
        });
    }

    private static Trace Line(string name, double[] x, double[] y, string color, object? more = null) =>
        PlotlySchema.Trace("scatter", [new { x, y, name, mode = "lines", line = new { color, width = 2.4 } }, more ?? new { }]);

    /// <summary>The titles of small multiples, as annotations that the browser places.</summary>
    private static object Panels(IEnumerable<string> titles) => new
    {
        annotations = titles
            .Select(text => (object)new { text, showarrow = false, xref = "paper", yref = "paper", x = 0.5, y = 1.0 }).ToArray(),
    };
}

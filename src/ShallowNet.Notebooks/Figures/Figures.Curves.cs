namespace ShallowNet.Notebooks;

public static partial class Figures
{
    /// <summary>Half the width of the gap in which a slope jumps: less than a pixel.</summary>
    private const double Jump = 1e-6;

    /// <summary>Where activation functions are drawn.</summary>
    private static readonly double[] Z = CurveSampling.Steps(-6, 6, 241);

    /// <inheritdoc cref="Curves(string, string, string, LogAxes, Series[])"/>
    public static Figure Curves(string title, string xTitle, string yTitle, params Series[] series) =>
        Curves(title, xTitle, yTitle, LogAxes.None, series);

    /// <summary>Curves over one horizontal axis; points that a logarithm cannot show (zero or less) are left out.</summary>
    /// <exception cref="ArgumentException">No curve, none with a finite value, or none that a logarithmic axis can show.</exception>
    public static Figure Curves(string title, string xTitle, string yTitle, LogAxes log, params Series[] series) =>
        Curves(title, xTitle, yTitle, log, "", null, series);

    private static Figure Curves(string title, string xTitle, string yTitle, LogAxes log, string note, double[]? yRange, Series[] series)
    {
        Guard.Any(series, "series", nameof(series));
        foreach (var s in series)
            Guard.SameLength(s.X.Count, s.Y.Count, s.Name, nameof(series));
        var undrawn = Undrawn([.. series.Select(s => (s.Name, s.Y))], nameof(series));
        string[] names = [.. series.Select(s => s.Name)];
        var (colors, y) = (Palette.Series(names), series.SelectMany(s => s.Y));
        var dashes = CoincidingCurves.Dashes([.. series.Select(s => s.Style == SeriesStyle.Points ? [] : s.Y)]);
        return Make(title, $"Curves of {yTitle} over {xTitle}: {Listed(names)}.", new FigureOptions { Note = Sentences(note, undrawn) },
            series.Select((s, i) => Curve(s, colors[i], dashes[i])),
            new { xaxis = Along(xTitle, log, series.SelectMany(s => s.X)), yaxis = Up(yTitle, log, y, yRange) },
            new { hovermode = series.Any(s => s.Style == SeriesStyle.Points) ? null : "x unified" });
    }

    /// <summary>Functions drawn from one end to the other, over z.</summary>
    public static Figure Function(
        string title, string yTitle, double from, double to, params (string Name, Func<double, double> F)[] functions)
    {
        Guard.Named(functions, "function", nameof(functions));
        Guard.That(from < to && double.IsFinite(to - from), nameof(to), $"The range runs from {Text(from)} to {Text(to)}: "
            + "both ends and their distance must be finite, the left one below the right one.");
        var z = CurveSampling.Steps(from, to, 401);
        return Curves(title, "z", yTitle, [.. functions.Select(f => new Series(f.Name, z, [.. z.Select(f.F)]))]);
    }

    /// <summary>Activation functions, in the same colors as in every chapter, and their slopes; where one jumps, a dot is filled at its
    /// value and open at the other.</summary>
    public static Figure Activations(string title, params Activation[] activations)
    {
        Guard.Any(activations, "activation", nameof(activations));
        string[] names = [.. activations.Select(g => g.Name)];
        var colors = Palette.Series(names);
        double[][] values = [.. activations.Select(g => g.Value(Z))];
        string[] left = CoincidingCurves.Dashes(values), right = CoincidingCurves.Dashes([.. activations.Select(g => g.Derivative(Z))]);
        IEnumerable<Trace> Both(Activation g, int i)
        {
            var (name, color) = (g.Name, colors[i]);
            var line = new { color, width = 2.4, dash = left[i] == "solid" ? right[i] : left[i] };
            return Slope(g, name, color, line, new { legendgroup = name, showlegend = false, xaxis = "x2", yaxis = "y2" })
                .Prepend(Line(name, Z, values[i], color, new { legendgroup = name, line }));
        }
        return Make(title, $"Left the functions g(z), right their slopes g′(z), for z from −6 to 6: {Listed(names)}.",
            new FigureOptions { SmallMultiples = new SmallMultiples(2, 300, 280, GapX: 70, ShareTitles: false) },
            activations.SelectMany(Both), Panels(["the function g(z)", "its slope g′(z)"]),
            new { xaxis = Axes.Plain("z"), yaxis = Axes.Plain("g(z)", range: [-1.6, 3.1]) },
            new { xaxis2 = Axes.Plain("z"), yaxis2 = Axes.Plain("g′(z)", range: [-0.12, 1.2]) });
    }

    /// <summary>An activation function, its slope, and a tangent that a slider moves along the curve.</summary>
    public static Figure Tangent(string title, Activation g)
    {
        ArgumentNullException.ThrowIfNull(g);
        const int Start = 28;
        var places = CurveSampling.Steps(-6, 6, 49);
        var (low, high) = CurveSampling.Range(g.Value(CurveSampling.Steps(-3, 3, 61)).Concat(g.Derivative(Z)), 0.12);
        var (color, ink) = (Palette.Series([g.Name])[0], Palette.PageText);
        var slope = Slope(g, "slope g′(z)", color, new { color, width = 2, dash = "dash" }, new { });
        object Tangent(double z) =>
            new { x = new[] { z - 1.6, z + 1.6 }, y = new[] { g.Value(z) - 1.6 * g.Derivative(z), g.Value(z) + 1.6 * g.Derivative(z) } };
        object Dots(double z) => new { x = new[] { z, z }, y = new[] { g.Value(z), g.Derivative(z) } };
        string Fixed(double value, int decimals = 3) => FigureNumber.Fixed(value, decimals);
        var steps = places.Select(z => (
            $"z = {Fixed(z, 2)}: g = {Fixed(g.Value(z))}, slope g′ = {Fixed(g.Derivative(z))}",
            (object?[])[null, .. slope.Select(_ => (object?)null), Tangent(z), Dots(z)])).ToArray();
        return Make(title, $"The curve of {g.Name}, its slope, and the tangent at a point that the slider moves from z = −6 to 6.",
            new FigureOptions { Animation = new Animation("z", steps, Start) },
            [
                Line($"{g.Name}, g(z)", Z, g.Value(Z), color),
                .. slope,
                PlotlySchema.Trace("scatter", Tangent(places[Start]),
                    new { name = "tangent", mode = "lines", line = new { color = ink, width = 2 } }),
                PlotlySchema.Trace("scatter", Dots(places[Start]),
                    new { mode = "markers", marker = new { color = ink, size = 9 }, showlegend = false, hoverinfo = "skip" }),
            ],
            new { xaxis = Axes.Plain("z", range: [-6, 6]), yaxis = Axes.Plain("", range: [low, high]) });
    }

    /// <summary>The slope from −6 to 6. Where it jumps at 0, as that of ReLU, the line has a gap, a filled dot and an open one.</summary>
    private static Trace[] Slope(Activation g, string name, string color, object line, object more)
    {
        double[] ends = [g.Derivative(-Jump), g.Derivative(Jump)];
        if (Math.Abs(ends[1] - ends[0]) <= 0.01)
            return [PlotlySchema.Trace("scatter", new { x = Z, y = g.Derivative(Z), name, mode = "lines", line }, more)];
        double[] x = [.. Z.Where(at => at < -Jump), -Jump, 0, Jump, .. Z.Where(at => at > Jump)];
        var y = x.Select(at => at == 0 ? double.NaN : g.Derivative(at)).ToArray();
        var symbol = ends.Select(end => end == g.Derivative(0.0) ? "circle" : "circle-open").ToArray();
        return
        [
            PlotlySchema.Trace("scatter", new { x, y, name, mode = "lines", line }, more),
            PlotlySchema.Trace("scatter", more, new { x = new[] { 0.0, 0 }, y = ends, name, mode = "markers", showlegend = false },
                new { marker = new { color, size = 8, symbol }, hoverinfo = "skip" }),
        ];
    }

    private static Trace Curve(Series s, string color, string dash)
    {
        var mode = s.Style switch { SeriesStyle.Points => "markers", SeriesStyle.LineAndPoints => "lines+markers", _ => "lines" };
        var (x, y) = mode == "markers" ? ([.. s.X], [.. s.Y]) : CurveSampling.Thin(s.X, s.Y);
        var line = new { color, width = 2.4, dash = s.Style == SeriesStyle.Dashed ? "dash" : dash };
        return Line(s.Name, x, y, color, new { mode, marker = mode == "lines" ? null : new { color, size = 7 }, line });
    }

    private static Trace Line(string name, double[] x, double[] y, string color, object? more = null) =>
        PlotlySchema.Trace("scatter", new { x, y, name, mode = "lines", line = new { color, width = 2.4 } }, more ?? new { });
}

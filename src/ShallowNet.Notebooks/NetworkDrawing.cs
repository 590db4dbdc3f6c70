namespace ShallowNet.Notebooks;

/// <summary>
/// Draws a network as SVG: three columns of units, joined by its weights. Equal weights are equally wide in all drawings.
/// </summary>
internal static class NetworkDrawing
{
    private const int Width = 520;
    private const int Radius = 17;
    private const int MostUnits = 10;
    private const int RowHeight = 52;
    private const double WidestLine = 9;

    // Mixed with the text's color: darker on light pages, lighter on dark ones.
    private static readonly string Negative = $"color-mix(in srgb,{Palette.Blue} 82%,currentColor)";
    private static readonly string Positive = $"color-mix(in srgb,{Palette.Orange} 82%,currentColor)";

    private sealed record Unit(int? Index, double X, double Y);

    public static HtmlView Of(Network net, string title)
    {
        var heading = title.Length > 0 ? title : net.ToString();
        var plain = $"[Drawing] {heading}. {net}: weights as lines, orange positive, blue negative, wide for large.";
        return new HtmlView(Html(net, heading, plain), plain);
    }

    private static string Html(Network net, string heading, string description)
    {
        var rows = Math.Max(Shown(net.Nx).Length, Math.Max(Shown(net.Nh).Length, Shown(net.Ny).Length));
        var height = Math.Max(rows * RowHeight + 56, 190);
        var (left, middle, right) = (90.0, Width / 2.0, Width - 90.0);
        var (inputs, hidden, outputs) = (Column(net.Nx, left, height), Column(net.Nh, middle, height), Column(net.Ny, right, height));
        var svg = new StringBuilder();
        svg.Append(Invariant($"<figure class=\"sn-drawing\" style=\"margin:.6em 0 1em;padding:0;max-width:{Width}px;"));
        svg.Append("break-inside:avoid\">");
        svg.Append("<figcaption style=\"font-size:15px;font-weight:600;font-style:normal;margin:0 0 .2em;text-align:left;color:inherit\">");
        svg.Append(HtmlEncode(heading)).Append("</figcaption>");
        svg.Append(Invariant($"<svg viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-label=\"{HtmlEncode(description)}\" "));
        svg.Append("style=\"display:block;width:100%;height:auto;overflow:visible\" font-family=\"inherit\" font-size=\"15\" ");
        svg.Append("fill=\"currentColor\">");
        Edges(svg, inputs, hidden, net.W1, "W1");
        Edges(svg, hidden, outputs, net.W2, "W2");
        Units(svg, inputs, i => $"x{Sub(i + 1)}", _ => null);
        Units(svg, hidden, i => $"a{Sub(i + 1)}", i => $"b1[{i}] = {FigureNumber.Text(net.b1[i])}");
        Units(svg, outputs, i => net.Ny == 1 ? "ŷ" : $"ŷ{Sub(i + 1)}", i => $"b2[{i}] = {FigureNumber.Text(net.b2[i])}");
        Label(svg, left, height, $"{net.Nx} input{(net.Nx == 1 ? "" : "s")}");
        Label(svg, middle, height, $"{net.Nh} hidden, {net.Hidden}");
        Label(svg, right, height, $"{net.Ny} output{(net.Ny == 1 ? "" : "s")}, {net.Output}");
        svg.Append("</svg><div style=\"font-size:13px;opacity:.85\">");
        svg.Append(Sign(Positive, "positive")).Append(Sign(Negative, "negative"));
        var largest = net.W1.Enumerate().Concat(net.W2.Enumerate()).MaxBy(Math.Abs);
        return svg.Append("largest weight: ").Append(FigureNumber.Text(largest)).Append("</div></figure>").ToString();
    }

    private static string Sign(string color, string sign) =>
        $"<span style=\"color:{color}\" aria-hidden=\"true\">▬</span> {sign} weight&ensp;";

    private static void Edges(StringBuilder svg, Unit[] from, Unit[] to, Matrix<double> W, string name)
    {
        foreach (var (target, source) in to.SelectMany(target => from.Select(source => (target, source))))
        {
            if (target.Index is not { } i || source.Index is not { } j)
                continue;
            var weight = W[i, j];
            svg.Append(Invariant($"<line x1=\"{source.X + Radius:0.#}\" y1=\"{source.Y:0.#}\" "));
            svg.Append(Invariant($"x2=\"{target.X - Radius:0.#}\" y2=\"{target.Y:0.#}\" stroke-opacity=\"0.85\" "));
            svg.Append(weight == 0
                ? "stroke=\"currentColor\" stroke-width=\"0.8\" stroke-dasharray=\"3 4\">"
                : Invariant($"style=\"stroke:{(weight > 0 ? Positive : Negative)};stroke-width:{LineWidth(weight):0.##}px\">"));
            svg.Append(Invariant($"<title>{name}[{i}, {j}] = {FigureNumber.Text(weight)}</title></line>"));
        }
    }

    /// <summary>The root of the weight, so that 0.02 and 6 are both seen and told apart; the same in every drawing.</summary>
    private static double LineWidth(double weight) => Math.Min(0.5 + 2.2 * Math.Sqrt(Math.Abs(weight)), WidestLine);

    private static void Units(StringBuilder svg, Unit[] units, Func<int, string> label, Func<int, string?> hint)
    {
        foreach (var unit in units)
        {
            if (unit.Index is not { } i)
            {
                svg.Append(Invariant($"<text x=\"{unit.X:0.#}\" y=\"{unit.Y + 5:0.#}\" text-anchor=\"middle\" font-size=\"18\">⋮</text>"));
                continue;
            }
            svg.Append(Invariant($"<g><circle cx=\"{unit.X:0.#}\" cy=\"{unit.Y:0.#}\" r=\"{Radius}\" fill=\"none\" "));
            svg.Append("stroke=\"currentColor\" stroke-width=\"1.5\"/>");
            svg.Append(Invariant($"<text x=\"{unit.X:0.#}\" y=\"{unit.Y + 5:0.#}\" text-anchor=\"middle\">{label(i)}</text>"));
            if (hint(i) is { } text)
                svg.Append("<title>").Append(text).Append("</title>");
            svg.Append("</g>");
        }
    }

    private static void Label(StringBuilder svg, double x, int height, string text) =>
        svg.Append(Invariant($"<text x=\"{x:0.#}\" y=\"{height - 8}\" text-anchor=\"middle\" opacity=\".85\">{HtmlEncode(text)}</text>"));

    private static Unit[] Column(int count, double x, int height)
    {
        var shown = Shown(count);
        var top = (height - 30 - (shown.Length - 1) * RowHeight) / 2.0;
        return [.. shown.Select((index, row) => new Unit(index, x, top + row * RowHeight))];
    }

    /// <summary>The units drawn; null stands for those left out.</summary>
    private static int?[] Shown(int count) => count <= MostUnits
        ? [.. Enumerable.Range(0, count).Select(i => (int?)i)]
        : [.. Enumerable.Range(0, MostUnits - 3).Select(i => (int?)i), null, count - 1];

    private static string Sub(int number) => string.Concat(Invariant($"{number}").Select(digit => (char)('₀' + (digit - '0'))));
}

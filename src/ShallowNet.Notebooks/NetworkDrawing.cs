namespace ShallowNet.Notebooks;

/// <summary>A network as SVG: three columns of units, joined by its weights. Equal weights are equally wide in all drawings.</summary>
internal static class NetworkDrawing
{
    private const int Width = 520, Radius = 17, MostUnits = 10, RowHeight = 52;
    private const double Left = 90, Middle = Width / 2.0, Right = Width - 90, WidestLine = 9;

    // Mixed with the text's color: darker on light pages, lighter on dark ones.
    private static readonly string Negative = $"color-mix(in srgb,{Palette.Blue} 82%,currentColor)";
    private static readonly string Positive = $"color-mix(in srgb,{Palette.Orange} 82%,currentColor)";

    /// <summary>A unit and where it stands; without an index it stands for those left out.</summary>
    private sealed record Unit(int? Index, double X, double Y);

    public static HtmlView Of(Network net, string title)
    {
        ArgumentNullException.ThrowIfNull(net);
        var heading = title.Length > 0 ? title : net.ToString();
        var plain = $"[Drawing] {Figures.Sentence(heading)} {net}: weights as lines, orange positive, blue negative, wide for large.";
        return new HtmlView(Html(net, heading, plain), plain);
    }

    private static string Html(Network net, string heading, string description)
    {
        var rows = new[] { net.Nx, net.Nh, net.Ny }.Max(count => Shown(count).Length);
        var height = Math.Max(rows * RowHeight + 56, 190);
        var (inputs, hidden, outputs) = (Column(net.Nx, Left, height), Column(net.Nh, Middle, height), Column(net.Ny, Right, height));
        var largest = net.W1.Enumerate().Concat(net.W2.Enumerate()).MaxBy(Math.Abs);
        return $"<figure class=\"sn-drawing\" style=\"margin:.6em 0 1em;padding:0;max-width:{Width}px;break-inside:avoid\">"
            + "<figcaption style=\"font-size:15px;font-weight:600;font-style:normal;margin:0 0 .2em;text-align:left;color:inherit\">"
            + HtmlEncode(heading) + "</figcaption>"
            + Invariant($"<svg viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-label=\"{HtmlEncode(description)}\" ")
            + "style=\"display:block;width:100%;height:auto;overflow:visible\" font-family=\"inherit\" font-size=\"15\" "
            + "fill=\"currentColor\">"
            + Edges(inputs, hidden, net.W1, "W1") + Edges(hidden, outputs, net.W2, "W2")
            + Units(inputs, i => $"x{Sub(i + 1)}", _ => "")
            + Units(hidden, i => $"a{Sub(i + 1)}", i => Hint($"b1[{i}]", net.b1[i]))
            + Units(outputs, i => net.Ny == 1 ? "ŷ" : $"ŷ{Sub(i + 1)}", i => Hint($"b2[{i}]", net.b2[i]))
            + Label(Left, height, $"{net.Nx} input{(net.Nx == 1 ? "" : "s")}")
            + Label(Middle, height, $"{net.Nh} hidden, {net.Hidden}")
            + Label(Right, height, $"{net.Ny} output{(net.Ny == 1 ? "" : "s")}, {net.Output}")
            + "</svg><div style=\"font-size:13px;opacity:.85\">" + Sign(Positive, "positive") + Sign(Negative, "negative")
            + $"largest weight: {FigureNumber.Text(largest)}</div></figure>";
    }

    private static string Sign(string color, string sign) =>
        $"<span style=\"color:{color}\" aria-hidden=\"true\">▬</span> {sign} weight&ensp;";

    private static string Edges(Unit[] sources, Unit[] targets, Matrix<double> W, string name) => string.Concat(
        from target in targets
        from source in sources
        where target.Index is not null && source.Index is not null
        select Edge(source, target, W[target.Index!.Value, source.Index!.Value], $"{name}[{target.Index}, {source.Index}]"));

    private static string Edge(Unit source, Unit target, double weight, string name)
    {
        // The root of the weight, so that 0.02 and 6 are both seen and told apart; the same in every drawing.
        var width = Math.Min(0.5 + 2.2 * Math.Sqrt(Math.Abs(weight)), WidestLine);
        var stroke = weight == 0 ? "stroke=\"currentColor\" stroke-width=\"0.8\" stroke-dasharray=\"3 4\""
            : Invariant($"style=\"stroke:{(weight > 0 ? Positive : Negative)};stroke-width:{width:0.##}px\"");
        return Invariant($"<line x1=\"{source.X + Radius:0.#}\" y1=\"{source.Y:0.#}\" x2=\"{target.X - Radius:0.#}\" ")
            + Invariant($"y2=\"{target.Y:0.#}\" stroke-opacity=\"0.85\" {stroke}>")
            + Hint(name, weight) + "</line>";
    }

    private static string Units(Unit[] units, Func<int, string> label, Func<int, string> hint) =>
        string.Concat(units.Select(unit => unit.Index is not { } i ? Text(unit.X, unit.Y + 5, " font-size=\"18\"", "⋮")
            : Invariant($"<g><circle cx=\"{unit.X:0.#}\" cy=\"{unit.Y:0.#}\" r=\"{Radius}\" fill=\"none\" stroke=\"currentColor\" ")
                + $"stroke-width=\"1.5\"/>{Text(unit.X, unit.Y + 5, "", label(i))}{hint(i)}</g>"));

    private static string Hint(string name, double value) => $"<title>{name} = {FigureNumber.Text(value)}</title>";

    private static string Label(double x, int height, string text) => Text(x, height - 8, " opacity=\".85\"", HtmlEncode(text));

    private static string Text(double x, double y, string more, string text) =>
        Invariant($"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"middle\"{more}>{text}</text>");

    private static Unit[] Column(int count, double x, int height)
    {
        var shown = Shown(count);
        var top = (height - 30 - (shown.Length - 1) * RowHeight) / 2.0;
        return [.. shown.Select((index, row) => new Unit(index, x, top + row * RowHeight))];
    }

    private static int?[] Shown(int count) => Table.Edges(count, MostUnits, last: 1);

    private static string Sub(int number) => string.Concat(Invariant($"{number}").Select(digit => (char)('₀' + (digit - '0'))));
}

using System.Globalization;
using System.Text;
using MathNet.Numerics.LinearAlgebra;
using static System.FormattableString;
using static System.Net.WebUtility;

namespace ShallowNet.Notebooks;

/// <summary>Draws a network as SVG: three columns of units, joined by its weights.</summary>
internal static class NetworkDrawing
{
    private const int Width = 520;
    private const int Radius = 17;
    private const int MostUnits = 10;

    private sealed record Unit(int? Index, double X, double Y);

    public static HtmlView Of(Network net, string title)
    {
        var heading = title.Length > 0 ? title : net.ToString();
        var plain = $"[Drawing] {heading}. {net}: weights as lines, blue positive, orange negative, wide for large.";
        return new HtmlView(Html(net, heading, plain), plain);
    }

    private static string Html(Network net, string heading, string description)
    {
        var rows = Math.Max(Shown(net.Nx).Length, Math.Max(Shown(net.Nh).Length, Shown(net.Ny).Length));
        var height = Math.Max(rows * 52 + 56, 190);
        var (inputs, hidden, outputs) = (Column(net.Nx, 90, height), Column(net.Nh, Width / 2.0, height), Column(net.Ny, Width - 90, height));
        var svg = new StringBuilder();
        svg.Append(Invariant($"<figure class=\"sn-drawing\" style=\"margin:.6em 0 1em;padding:0;max-width:{Width}px\"><figcaption style=\"font-size:15px;font-weight:600;font-style:normal;margin:0 0 .2em;text-align:left;color:inherit\">{HtmlEncode(heading)}</figcaption>"));
        svg.Append(Invariant($"<svg viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-label=\"{HtmlEncode(description)}\" style=\"display:block;width:100%;height:auto;overflow:visible\" font-family=\"inherit\" font-size=\"15\" fill=\"currentColor\">"));
        var largest = Math.Max(Math.Max(Largest(net.W1), Largest(net.W2)), 1e-300);
        Edges(svg, inputs, hidden, net.W1, "W1", largest);
        Edges(svg, hidden, outputs, net.W2, "W2", largest);
        Units(svg, inputs, i => $"x{Sub(i + 1)}", _ => null);
        Units(svg, hidden, i => $"a{Sub(i + 1)}", i => $"b1[{i}] = {Number(net.b1[i])}");
        Units(svg, outputs, i => net.Ny == 1 ? "ŷ" : $"ŷ{Sub(i + 1)}", i => $"b2[{i}] = {Number(net.b2[i])}");
        Label(svg, 90, height, $"{net.Nx} input{(net.Nx == 1 ? "" : "s")}");
        Label(svg, Width / 2.0, height, $"{net.Nh} hidden, {net.Hidden}");
        Label(svg, Width - 90, height, $"{net.Ny} output{(net.Ny == 1 ? "" : "s")}, {net.Output}");
        svg.Append("</svg>");
        svg.Append(Invariant($"<div style=\"font-size:13px;opacity:.85\"><span style=\"color:{Palette.Blue}\" aria-hidden=\"true\">▬</span> positive weight&ensp;<span style=\"color:{Palette.Vermilion}\" aria-hidden=\"true\">▬</span> negative weight&ensp;widest line: {Number(largest)}</div></figure>"));
        return svg.ToString();
    }

    private static void Edges(StringBuilder svg, Unit[] from, Unit[] to, Matrix<double> W, string name, double largest)
    {
        foreach (var target in to)
        {
            foreach (var source in from)
            {
                if (target.Index is not { } i || source.Index is not { } j)
                {
                    continue;
                }
                var weight = W[i, j];
                var share = Math.Abs(weight) / largest;
                svg.Append(
Invariant($"<line x1=\"{source.X + Radius:0.#}\" y1=\"{source.Y:0.#}\" x2=\"{target.X - Radius:0.#}\" y2=\"{target.Y:0.#}\" stroke=\"{(weight == 0 ? "currentColor" : weight > 0 ? Palette.Blue : Palette.Vermilion)}\" stroke-width=\"{(weight == 0 ? 0.8 : 0.6 + 6 * share):0.##}\" stroke-opacity=\"{(weight == 0 ? 0.35 : 0.45 + 0.5 * share):0.##}\"{(weight == 0 ? " stroke-dasharray=\"3 4\"" : "")}><title>{name}[{i}, {j}] = {Number(weight)}</title></line>"));
            }
        }
    }

    private static void Units(StringBuilder svg, Unit[] units, Func<int, string> label, Func<int, string?> hint)
    {
        foreach (var unit in units)
        {
            if (unit.Index is not { } i)
            {
                svg.Append(Invariant($"<text x=\"{unit.X:0.#}\" y=\"{unit.Y + 5:0.#}\" text-anchor=\"middle\" font-size=\"18\">⋮</text>"));
                continue;
            }
            svg.Append(Invariant($"<g><circle cx=\"{unit.X:0.#}\" cy=\"{unit.Y:0.#}\" r=\"{Radius}\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"/><text x=\"{unit.X:0.#}\" y=\"{unit.Y + 5:0.#}\" text-anchor=\"middle\">{label(i)}</text>"));
            if (hint(i) is { } text)
            {
                svg.Append(Invariant($"<title>{text}</title>"));
            }
            svg.Append("</g>");
        }
    }

    private static void Label(StringBuilder svg, double x, int height, string text) =>
        svg.Append(Invariant($"<text x=\"{x:0.#}\" y=\"{height - 8}\" text-anchor=\"middle\" opacity=\".85\">{HtmlEncode(text)}</text>"));

    private static Unit[] Column(int count, double x, int height)
    {
        var shown = Shown(count);
        var top = (height - 30 - (shown.Length - 1) * 52) / 2.0;
        return [.. shown.Select((index, row) => new Unit(index, x, top + row * 52))];
    }

    /// <summary>The units drawn; null stands for those left out.</summary>
    private static int?[] Shown(int count) => count <= MostUnits
        ? [.. Enumerable.Range(0, count).Select(i => (int?)i)]
        : [.. Enumerable.Range(0, MostUnits - 3).Select(i => (int?)i), null, count - 1];

    private static double Largest(Matrix<double> W) => W.Enumerate().Select(Math.Abs).Max();

    private static string Sub(int number) => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)('₀' + (digit - '0'))));

    private static string Number(double value) => NumberFormat.Tidy(value.ToString("G3", CultureInfo.InvariantCulture));
}

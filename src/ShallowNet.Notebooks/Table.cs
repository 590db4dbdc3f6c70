using System.Globalization;
using System.Text;
using MathNet.Numerics.LinearAlgebra;
using static System.Net.WebUtility;

namespace ShallowNet.Notebooks;

/// <summary>A small tidy table: numbers of a column share their number of decimals, big matrices are shown by their edges.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class Table : IHtml
{
    private const int MostRows = 12;
    private const int MostColumns = 10;

    /// <summary>Characters that fit on a phone.</summary>
    private const int WidestUnscrolled = 44;

    private readonly string _caption;
    private readonly string[] _headers;
    private readonly Cell[][] _rows;
    private readonly bool _firstColumnNames;

    private Table(string caption, string[] headers, Cell[][] rows, bool firstColumnNames)
    {
        _caption = caption;
        _headers = headers;
        _rows = rows;
        _firstColumnNames = firstColumnNames;
    }

    /// <summary>A matrix with its shape; of a big one the first rows and columns and the last.</summary>
    /// <param name="M">The matrix.</param>
    /// <param name="name">Its name, for the caption.</param>
    /// <param name="digits">Decimals of numbers below 10; larger numbers get fewer, smaller ones more.</param>
    public static Table Of(Matrix<double> M, string name = "", int digits = 4)
    {
        ArgumentNullException.ThrowIfNull(M);
        var shownRows = Edges(M.RowCount, MostRows);
        var shownColumns = Edges(M.ColumnCount, MostColumns);
        var format = NumberFormat.For(M.Enumerate(), digits);
        string[] headers = ["", .. shownColumns.Select(j => j is { } column ? column.ToString(CultureInfo.InvariantCulture) : "…")];
        Cell[][] rows = [.. shownRows.Select(i => (Cell[])
        [
            new(i is { } index ? index.ToString(CultureInfo.InvariantCulture) : "⋮", null, true),
            .. shownColumns.Select(j => i is { } row && j is { } column ? new Cell(format.Text(M[row, column]), null, true) : new Cell(j is null ? "…" : "⋮", null, true)),
        ])];
        return new Table($"{name}{(name.Length > 0 ? ", " : "")}{M.RowCount} × {M.ColumnCount}", headers, rows, true);
    }

    /// <summary>A vector, written as a column with its length; of a long one the first elements and the last.</summary>
    /// <param name="v">The vector.</param>
    /// <param name="name">Its name, for the caption.</param>
    /// <param name="digits">Decimals of numbers below 10; larger numbers get fewer, smaller ones more.</param>
    public static Table Of(Vector<double> v, string name = "", int digits = 4)
    {
        ArgumentNullException.ThrowIfNull(v);
        var format = NumberFormat.For(v, digits);
        Cell[][] rows = [.. Edges(v.Count, MostRows).Select(i => (Cell[])
        [
            new(i is { } index ? index.ToString(CultureInfo.InvariantCulture) : "⋮", null, true),
            new(i is { } element ? format.Text(v[element]) : "⋮", null, true),
        ])];
        return new Table($"{name}{(name.Length > 0 ? ", " : "")}{v.Count} element{(v.Count == 1 ? "" : "s")}", [], rows, true);
    }

    /// <summary>A table of anything: numbers right-aligned, views (drawings, other tables) as they show themselves, null as a dash.</summary>
    /// <param name="headers">One heading a column.</param>
    /// <param name="rows">The cells, row by row: as many as there are headings.</param>
    /// <param name="caption">What the table shows.</param>
    /// <exception cref="ArgumentException">A row has another number of cells than there are headings.</exception>
    public static Table Rows(string[] headers, IEnumerable<object?[]> rows, string caption = "")
    {
        ArgumentNullException.ThrowIfNull(headers);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(caption);
        var cells = rows.ToArray();
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].Length != headers.Length)
            {
                throw new ArgumentException(
                    $"Row {i} has {cells[i].Length} cells but there are {headers.Length} headers ({string.Join(", ", headers)}): give each row one cell a header.", nameof(rows));
            }
        }
        var formats = Enumerable.Range(0, headers.Length)
            .Select(j => NumberFormat.For(cells.Select(row => row[j]).OfType<double>(), 4)).ToArray();
        return new Table(caption, headers, [.. cells.Select(row => row.Select((value, j) => Cell.Of(value, formats[j])).ToArray())], false);
    }

    /// <summary>The table as an HTML fragment.</summary>
    public string ToHtml()
    {
        // A table that may have to scroll sideways must be reachable by keyboard.
        var scrolls = ToString().Split('\n').Max(line => line.Length) > WidestUnscrolled;
        var html = new StringBuilder($"<div class=\"sn-table\"{(scrolls ? $" tabindex=\"0\" role=\"region\" aria-label=\"{HtmlEncode(_caption.Length > 0 ? _caption : "table")}\"" : "")} style=\"overflow-x:auto;max-width:100%;margin:.4em 0 .8em\"><table style=\"border-collapse:collapse;width:auto;margin:0;font-size:14px;font-variant-numeric:tabular-nums;border:0\">");
        if (_caption.Length > 0)
        {
            html.Append("<caption style=\"caption-side:top;text-align:left;padding:0 0 4px;white-space:nowrap;font-weight:600;color:inherit\">").Append(HtmlEncode(_caption)).Append("</caption>");
        }
        if (_headers.Length > 0)
        {
            html.Append("<thead><tr style=\"background:none\">");
            for (var j = 0; j < _headers.Length; j++)
            {
                html.Append("<th scope=\"col\" style=\"").Append(CellStyle(RightAligned(j), _firstColumnNames)).Append("border-bottom:1px solid;\">").Append(HtmlEncode(_headers[j])).Append("</th>");
            }
            html.Append("</tr></thead>");
        }
        html.Append("<tbody>");
        foreach (var row in _rows)
        {
            html.Append("<tr style=\"background:none\">");
            for (var j = 0; j < row.Length; j++)
            {
                var name = j == 0 && _firstColumnNames;
                html.Append(name ? "<th scope=\"row\" style=\"" : "<td style=\"").Append(CellStyle(row[j].Right, name)).Append("\">")
                    .Append(row[j].Html ?? HtmlEncode(row[j].Text)).Append(name ? "</th>" : "</td>");
            }
            html.Append("</tr>");
        }
        return html.Append("</tbody></table></div>").ToString();
    }

    /// <summary>The table in plain text, columns aligned.</summary>
    public override string ToString()
    {
        var lines = new List<string[]>();
        if (_headers.Length > 0)
        {
            lines.Add(_headers);
        }
        lines.AddRange(_rows.Select(row => row.Select(cell => cell.Text).ToArray()));
        var widths = Enumerable.Range(0, lines.Count == 0 ? 0 : lines[0].Length).Select(j => lines.Max(line => line[j].Length)).ToArray();
        var text = lines.Select(line => string.Join("  ", line.Select((cell, j) => RightAligned(j) ? cell.PadLeft(widths[j]) : cell.PadRight(widths[j]))).TrimEnd());
        return string.Join('\n', _caption.Length > 0 ? text.Prepend(_caption) : text);
    }

    private bool RightAligned(int column) => _rows.Length > 0 && _rows.All(row => row[column].Right);

    private static string CellStyle(bool right, bool pale) =>
        $"padding:2px 12px 2px {(pale ? "2" : "4")}px;border:0;text-align:{(right ? "right" : "left")};white-space:nowrap;{(pale ? "font-weight:400;opacity:.75;" : "")}";

    /// <summary>The indices to show; null stands for the ones left out.</summary>
    private static int?[] Edges(int count, int most) => count <= most
        ? [.. Enumerable.Range(0, count).Select(i => (int?)i)]
        : [.. Enumerable.Range(0, most - 3).Select(i => (int?)i), null, .. Enumerable.Range(count - 2, 2).Select(i => (int?)i)];

    private sealed record Cell(string Text, string? Html, bool Right)
    {
        public static Cell Of(object? value, NumberFormat format) => value switch
        {
            null => new Cell("–", null, false),
            double number => new Cell(format.Text(number), null, true),
            IHtml view => new Cell(view.ToString() ?? "", view.ToHtml(), false),
            bool truth => new Cell(truth ? "yes" : "no", null, false),
            sbyte or byte or short or ushort or int or uint or long or ulong or float or decimal =>
                new Cell(Convert.ToString(value, CultureInfo.InvariantCulture)!, null, true),
            _ => new Cell(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", null, false),
        };
    }
}

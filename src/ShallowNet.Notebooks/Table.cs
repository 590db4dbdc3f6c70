namespace ShallowNet.Notebooks;

/// <summary>
/// A small tidy table: numbers of a column share their number of decimals, text stands left and numbers right, big matrices are shown by
/// their edges.
/// </summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class Table : IHtml
{
    private const int MostRows = 12;
    private const int MostColumns = 10;

    /// <summary>Rows that a table of anything shows in full; of more, only <see cref="Listed"/>.</summary>
    private const int MostListed = 60;
    private const int Listed = 50;

    /// <summary>Characters that fit on a phone.</summary>
    private const int WidestUnscrolled = 44;

    private readonly string _caption;
    private readonly string[] _headers;
    private readonly Cell[][] _rows;
    private readonly bool _firstColumnNames;
    private readonly int _more;

    private Table(string caption, string[] headers, Cell[][] rows, bool firstColumnNames, int more = 0)
    {
        _caption = caption;
        _headers = headers;
        _rows = rows;
        _firstColumnNames = firstColumnNames;
        _more = more;
    }

    /// <summary>A matrix with its shape; of a big one the first rows and columns and the last.</summary>
    /// <param name="M">The matrix.</param>
    /// <param name="name">Its name, for the caption.</param>
    /// <param name="digits">Decimals of numbers below 10, 0 to 8; larger numbers get fewer, smaller ones more.</param>
    public static Table Of(Matrix<double> M, string name = "", int digits = 4)
    {
        ArgumentNullException.ThrowIfNull(M);
        CheckDigits(digits);
        var (shownRows, shownColumns) = (Edges(M.RowCount, MostRows), Edges(M.ColumnCount, MostColumns));
        var format = NumberFormat.For(shownRows.OfType<int>().SelectMany(i => shownColumns.OfType<int>().Select(j => M[i, j])), digits);
        string[] headers = ["", .. shownColumns.Select(j => j is { } column ? Index(column) : "…")];
        Cell[][] rows = [.. shownRows.Select(i => (Cell[])
        [
            new(i is { } index ? Index(index) : "⋮", null, true),
            .. shownColumns.Select(j => new Cell(i is { } row && j is { } column ? format.Text(M[row, column]) : j is null ? "…" : "⋮",
                null, true)),
        ])];
        return new Table($"{name}{(string.IsNullOrEmpty(name) ? "" : ", ")}{M.RowCount} × {M.ColumnCount}", headers, rows,
            firstColumnNames: true);
    }

    /// <summary>A vector, written as a column with its length; of a long one the first elements and the last.</summary>
    /// <param name="v">The vector.</param>
    /// <param name="name">Its name, for the caption.</param>
    /// <param name="digits">Decimals of numbers below 10, 0 to 8; larger numbers get fewer, smaller ones more.</param>
    public static Table Of(Vector<double> v, string name = "", int digits = 4)
    {
        ArgumentNullException.ThrowIfNull(v);
        CheckDigits(digits);
        var shown = Edges(v.Count, MostRows);
        var format = NumberFormat.For(shown.OfType<int>().Select(i => v[i]), digits);
        Cell[][] rows = [.. shown.Select(i => (Cell[])
        [
            new(i is { } index ? Index(index) : "⋮", null, true),
            new(i is { } element ? format.Text(v[element]) : "⋮", null, true),
        ])];
        return new Table($"{name}{(string.IsNullOrEmpty(name) ? "" : ", ")}{v.Count} element{(v.Count == 1 ? "" : "s")}", [], rows,
            firstColumnNames: true);
    }

    /// <summary>
    /// A table of anything: numbers right-aligned, views (drawings, other tables) as they show themselves, null as a dash. Of more than 60
    /// rows the first 50 are shown, and how many more there are.
    /// </summary>
    /// <param name="headers">One heading a column.</param>
    /// <param name="rows">The cells, row by row: as many as there are headings.</param>
    /// <param name="caption">What the table shows.</param>
    /// <exception cref="ArgumentException">A row is null or has another number of cells than there are headings.</exception>
    public static Table Rows(string[] headers, IEnumerable<object?[]> rows, string caption = "")
    {
        ArgumentNullException.ThrowIfNull(headers);
        ArgumentNullException.ThrowIfNull(rows);
        List<object?[]> values = [];
        var count = 0;
        foreach (var row in rows)
        {
            if (row?.Length != headers.Length)
            {
                throw new ArgumentException(
                    Invariant($"Row {count} {(row is null ? "is null" : $"has {row.Length} cells")} but there are ")
                    + Invariant($"{headers.Length} headers ({string.Join(", ", headers)}): give each row one cell a header."),
                    nameof(rows));
            }
            if (++count <= MostListed)
                values.Add(row);
        }
        if (count > MostListed)
            values.RemoveRange(Listed, values.Count - Listed);
        NumberFormat[] formats = [.. headers.Select((_, j) => Cell.Format([.. values.Select(row => row[j])]))];
        Cell[][] cells = [.. values.Select(row => row.Select((value, j) => Cell.Of(value, formats[j])).ToArray())];
        return new Table(NumberFormat.Tidy(caption ?? ""), [.. headers.Select(header => NumberFormat.Tidy(header ?? ""))], cells,
            firstColumnNames: false, count - values.Count);
    }

    /// <summary>The table as an HTML fragment.</summary>
    public string ToHtml()
    {
        var right = RightAligned();
        // A table that may have to scroll sideways must be reachable by keyboard.
        var scrolls = Lines(right).Max(line => line.Length) > WidestUnscrolled;
        var html = new StringBuilder($"<div class=\"sn-table\"{(scrolls ? $" tabindex=\"0\" role=\"region\" aria-label=\"{HtmlEncode(_caption.Length > 0 ? _caption : "table")}\"" : "")} style=\"overflow-x:auto;max-width:100%;margin:.4em 0 .8em\"><table style=\"border-collapse:collapse;width:auto;margin:0;font-size:14px;font-variant-numeric:tabular-nums;border:0\">");
        if (_caption.Length > 0)
        {
            html.Append("<caption style=\"caption-side:top;text-align:left;padding:0 0 "
                + "4px;white-space:nowrap;font-weight:600;color:inherit\">").Append(HtmlEncode(_caption)).Append("</caption>");
        }
        if (_headers.Length > 0)
        {
            html.Append("<thead><tr style=\"background:none\">");
            for (var j = 0; j < _headers.Length; j++)
            {
                html.Append("<th scope=\"col\" style=\"").Append(CellStyle(right[j], _firstColumnNames))
                    .Append("border-bottom:1px solid;\">").Append(HtmlEncode(_headers[j])).Append("</th>");
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
                html.Append(name ? "<th scope=\"row\" style=\"" : "<td style=\"").Append(CellStyle(right[j], name)).Append("\">")
                    .Append(row[j].Html ?? HtmlEncode(row[j].Text)).Append(name ? "</th>" : "</td>");
            }
            html.Append("</tr>");
        }
        if (_more > 0)
        {
            html.Append(CultureInfo.InvariantCulture,
                $"<tr style=\"background:none\"><td colspan=\"{_headers.Length}\" "
                + $"style=\"{CellStyle(right: false, pale: true)}\">{More}</td></tr>");
        }
        return html.Append("</tbody></table></div>").ToString();
    }

    /// <summary>The table in plain text, columns aligned.</summary>
    public override string ToString() => string.Join('\n', Lines(RightAligned()));

    private IEnumerable<string> Lines(bool[] right)
    {
        List<string[]> lines = [.. _rows.Select(row => row.Select(cell => cell.Text).ToArray())];
        if (_headers.Length > 0)
            lines.Insert(0, _headers);
        int[] widths = [.. right.Select((_, j) => lines.Max(line => line[j].Length))];
        var text = lines.Select(line => string.Join("  ", line.Select((cell, j) => right[j] ? cell.PadLeft(widths[j])
            : cell.PadRight(widths[j]))).TrimEnd());
        return [.. _caption.Length > 0 ? [_caption] : Array.Empty<string>(), .. text, .. _more > 0 ? [More] : Array.Empty<string>()];
    }

    private string More => Invariant($"… {_more:N0} more rows");

    /// <summary>A column whose cells are numbers, but for gaps, stands on the right; its header with it.</summary>
    private bool[] RightAligned() => [.. Enumerable.Range(0, Math.Max(_headers.Length, _rows.FirstOrDefault()?.Length ?? 0))
        .Select(j => _rows.Any(row => row[j].Right == true) && _rows.All(row => row[j].Right != false))];

    private static string CellStyle(bool right, bool pale) =>
        $"padding:2px 12px 2px {(pale ? "2" : "4")}px;border:0;text-align:{(right ? "right" : "left")};white-space:nowrap;"
        + (pale ? "font-weight:400;opacity:.75;" : "");

    private static string Index(int index) => index.ToString(CultureInfo.InvariantCulture);

    private static void CheckDigits(int digits)
    {
        if (digits is < 0 or > 8)
            throw new ArgumentOutOfRangeException(nameof(digits), Invariant($"digits is {digits}, expected 0 to 8."));
    }

    /// <summary>The indices to show; null stands for the ones left out.</summary>
    private static int?[] Edges(int count, int most) => count <= most
        ? [.. Enumerable.Range(0, count).Select(i => (int?)i)]
        : [.. Enumerable.Range(0, most - 3).Select(i => (int?)i), null, .. Enumerable.Range(count - 2, 2).Select(i => (int?)i)];

    /// <param name="Text">The plain text.</param>
    /// <param name="Html">What a view shows instead, or null.</param>
    /// <param name="Right">Whether it is a number; null for a gap, which fits both sides.</param>
    private sealed record Cell(string Text, string? Html, bool? Right)
    {
        /// <summary>The decimals are chosen for the numbers that have any; whole ones stay whole.</summary>
        public static NumberFormat Format(IReadOnlyCollection<object?> column)
        {
            double[] numbers = [.. column.Where(value => value is double or float or decimal).Select(Number)];
            return NumberFormat.For(numbers, 4, grouped: column.Where(IsWhole).Select(Number).Concat(numbers)
                .Any(number => Math.Abs(number) >= 10_000));
        }

        public static Cell Of(object? value, NumberFormat format) => value switch
        {
            null => new Cell("–", null, null),
            double or float or decimal => new Cell(format.Text(Number(value)), null, true),
            _ when IsWhole(value) => new Cell(format.Text((IFormattable)value), null, true),
            IHtml view => new Cell(view.ToString() ?? "", view.ToHtml(), false),
            bool truth => new Cell(truth ? "yes" : "no", null, false),
            _ => OfText(NumberFormat.Tidy(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")),
        };

        private static bool IsWhole(object? value) => value is sbyte or byte or short or ushort or int or uint or long or ulong;

        private static double Number(object? value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);

        private static Cell OfText(string text) => new(text, null, NumberFormat.IsNumber(text) ? true : text is "" or "–" or "…" or "never"
            ? null : false);
    }
}

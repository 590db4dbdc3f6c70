namespace ShallowNet.Notebooks;

/// <summary>A small table: the numbers of a column have the same decimals and stand right, big matrices are shown by their edges.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class Table : IHtml
{
    private const int MostRows = 12, MostColumns = 10;
    /// <summary>Rows that a table of anything shows in full; of more, only <see cref="Listed"/>.</summary>
    private const int MostListed = 60, Listed = 50;
    /// <summary>Characters that fit on a phone.</summary>
    private const int WidestUnscrolled = 44;
    private const string CaptionStyle = "caption-side:top;text-align:left;padding:0 0 4px;white-space:nowrap;font-weight:600;color:inherit";

    private readonly string _caption;
    private readonly string[] _headers;
    private readonly Cell[][] _rows;
    private readonly bool _firstColumnNames;
    private readonly string? _more;
    /// <summary>Of each column, whether its cells are numbers, but for gaps: then it stands on the right, its header with it.</summary>
    private readonly bool[] _right;

    private Table(string caption, string[] headers, Cell[][] rows, bool firstColumnNames, string? more = null)
    {
        (_caption, _headers, _rows, _firstColumnNames, _more) = (caption, headers, rows, firstColumnNames, more);
        _right = [.. Enumerable.Range(0, Math.Max(headers.Length, rows.FirstOrDefault()?.Length ?? 0))
            .Select(j => rows.Any(row => row[j].Right == true) && rows.All(row => row[j].Right != false))];
    }

    /// <summary>A matrix with its shape; of a big one the first rows and columns and the last. Numbers below 10 get so many decimals, 0 to
    /// 8.</summary>
    public static Table Of(Matrix<double> M, string name = "", int digits = 4)
    {
        ArgumentNullException.ThrowIfNull(M);
        return OfEdges(M, Edges(M.ColumnCount, MostColumns), name, $"{M.RowCount} × {M.ColumnCount}", digits, numbered: true);
    }

    /// <summary>A vector, written as a column with its length; of a long one the first elements and the last. Numbers below 10 get so many
    /// decimals, 0 to 8.</summary>
    public static Table Of(Vector<double> v, string name = "", int digits = 4)
    {
        ArgumentNullException.ThrowIfNull(v);
        return OfEdges(v.ToColumnMatrix(), [0], name, $"{v.Count} element{(v.Count == 1 ? "" : "s")}", digits, numbered: false);
    }

    /// <summary>A table of anything, one heading a column: numbers right-aligned, views (drawings, other tables) as they show themselves,
    /// null as a dash. Of more than 60 rows the first 50 are shown, and how many more there are.</summary>
    /// <exception cref="ArgumentException">A row is null or has another number of cells than there are headings.</exception>
    public static Table Rows(string[] headers, IEnumerable<object?[]> rows, string caption = "")
    {
        ArgumentNullException.ThrowIfNull(headers);
        ArgumentNullException.ThrowIfNull(rows);
        object?[][] all = [.. rows];
        var odd = Array.FindIndex(all, row => row?.Length != headers.Length);
        Guard.That(odd < 0, nameof(rows), $"Row {odd} {(all.ElementAtOrDefault(odd) is { } row ? $"has {row.Length} cells" : "is null")} "
            + $"but there are {headers.Length} headers ({string.Join(", ", headers)}): give each row one cell a header.");
        var values = all.Length > MostListed ? all[..Listed] : all;
        NumberFormat[] formats = [.. headers.Select((_, j) => Cell.Format([.. values.Select(row => row[j])]))];
        Cell[][] cells = [.. values.Select(row => row.Select((value, j) => Cell.Of(value, formats[j])).ToArray())];
        var more = all.Length > values.Length ? Invariant($"… {all.Length - values.Length:N0} more rows") : null;
        return new Table(NumberFormat.Tidy(caption ?? ""), [.. headers.Select(header => NumberFormat.Tidy(header ?? ""))], cells,
            firstColumnNames: false, more);
    }

    /// <summary>The table as an HTML fragment.</summary>
    public string ToHtml()
    {
        // A table that may have to scroll sideways must be reachable by keyboard.
        var reachable = Lines().Max(line => line.Length) <= WidestUnscrolled ? ""
            : $" tabindex=\"0\" role=\"region\" aria-label=\"{HtmlEncode(_caption.Length > 0 ? _caption : "table")}\"";
        var heads = _headers.Select((header, j) => Head("col", j, "border-bottom:1px solid;", HtmlEncode(header)));
        var rows = _rows.Select(row => Row(row.Select((cell, j) => j == 0 && _firstColumnNames
            ? Head("row", j, "", cell.Html) : $"<td style=\"{CellStyle(_right[j], pale: false)}\">{cell.Html}</td>")));
        var more = $"<td colspan=\"{_headers.Length}\" style=\"{CellStyle(right: false, pale: true)}\">{_more}</td>";
        return $"<div class=\"sn-table\"{reachable} style=\"overflow-x:auto;max-width:100%;margin:.4em 0 .8em\"><table style=\""
            + "border-collapse:collapse;width:auto;margin:0;font-size:14px;font-variant-numeric:tabular-nums;border:0\">"
            + (_caption.Length > 0 ? $"<caption style=\"{CaptionStyle}\">{HtmlEncode(_caption)}</caption>" : "")
            + (_headers.Length > 0 ? $"<thead>{Row(heads)}</thead>" : "")
            + $"<tbody>{string.Concat(rows)}{(_more is null ? "" : Row([more]))}</tbody></table></div>";
    }

    /// <summary>The table in plain text, columns aligned.</summary>
    public override string ToString() => string.Join('\n', Lines());

    /// <summary>The indices to show, the first ones and the last; null stands for the ones left out.</summary>
    internal static int?[] Edges(int count, int most, int last = 2) => count <= most
        ? [.. Enumerable.Range(0, count).Select(i => (int?)i)]
        : [.. Enumerable.Range(0, most - 3).Select(i => (int?)i), null, .. Enumerable.Range(count - last, last).Select(i => (int?)i)];

    private static Table OfEdges(Matrix<double> M, int?[] columns, string name, string shape, int digits, bool numbered)
    {
        if (digits is < 0 or > 8)
            throw new ArgumentOutOfRangeException(nameof(digits), Invariant($"digits is {digits}, expected 0 to 8."));
        var rows = Edges(M.RowCount, MostRows);
        var format = NumberFormat.For(rows.OfType<int>().SelectMany(i => columns.OfType<int>().Select(j => M[i, j])), digits);
        string Index(int? index, string left) => index is { } shown ? Invariant($"{shown}") : left;
        string Number(int? i, int? j) => i is { } row && j is { } column ? format.Text(M[row, column]) : j is null ? "…" : "⋮";
        return new Table(string.IsNullOrEmpty(name) ? shape : $"{name}, {shape}",
            numbered ? ["", .. columns.Select(j => Index(j, "…"))] : [],
            [.. rows.Select(i => (Cell[])[Cell.Numeric(Index(i, "⋮")), .. columns.Select(j => Cell.Numeric(Number(i, j)))])],
            firstColumnNames: true);
    }

    private string[] Lines()
    {
        List<string[]> lines = [.. _rows.Select(row => row.Select(cell => cell.Text).ToArray())];
        if (_headers.Length > 0)
            lines.Insert(0, _headers);
        int[] widths = [.. _right.Select((_, j) => lines.Max(line => line[j].Length))];
        string Padded(string cell, int j) => _right[j] ? cell.PadLeft(widths[j]) : cell.PadRight(widths[j]);
        string[] caption = _caption.Length > 0 ? [_caption] : [], more = _more is null ? [] : [_more];
        return [.. caption, .. lines.Select(line => string.Join("  ", line.Select(Padded)).TrimEnd()), .. more];
    }

    private static string Row(IEnumerable<string> cells) => $"<tr style=\"background:none\">{string.Concat(cells)}</tr>";

    private string Head(string scope, int column, string more, string text) =>
        $"<th scope=\"{scope}\" style=\"{CellStyle(_right[column], _firstColumnNames)}{more}\">{text}</th>";

    private static string CellStyle(bool right, bool pale) =>
        $"padding:2px 12px 2px {(pale ? "2" : "4")}px;border:0;text-align:{(right ? "right" : "left")};white-space:nowrap;"
        + (pale ? "font-weight:400;opacity:.75;" : "");

    /// <summary>What a terminal and a page show, and whether it is a number; null for a gap, which fits both sides.</summary>
    private sealed record Cell(string Text, string Html, bool? Right)
    {
        public static Cell Numeric(string text) => new(text, HtmlEncode(text), true);

        /// <summary>The decimals are chosen for the numbers that have any; whole ones stay whole.</summary>
        public static NumberFormat Format(IReadOnlyCollection<object?> column)
        {
            double[] numbers = [.. column.Where(value => value is double or float or decimal).Select(Number)];
            return NumberFormat.For(numbers, 4, grouped: column.Where(IsWhole).Select(Number).Concat(numbers)
                .Any(number => Math.Abs(number) >= 10_000));
        }

        public static Cell Of(object? value, NumberFormat format) => value switch
        {
            null => OfText("–"),
            double or float or decimal => Numeric(format.Text(Number(value))),
            _ when IsWhole(value) => Numeric(format.Text((IFormattable)value)),
            IHtml view => new Cell(view.ToString() ?? "", view.ToHtml(), false),
            bool truth => OfText(truth ? "yes" : "no"),
            _ => OfText(NumberFormat.Tidy(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")),
        };

        private static bool IsWhole(object? value) => value is sbyte or byte or short or ushort or int or uint or long or ulong;

        private static double Number(object? value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);

        private static Cell OfText(string text) => new(text, HtmlEncode(text),
            NumberFormat.IsNumber(text) ? true : text is "" or "–" or "…" or "never" ? null : false);
    }
}

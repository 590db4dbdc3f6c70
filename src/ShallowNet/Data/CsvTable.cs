namespace ShallowNet;

/// <summary>A table of numbers under a header. Commas, semicolons or tabs part the columns, whichever the header has; names and numbers may
/// stand in quotes; blanks around them and empty lines do not count.</summary>
internal sealed class CsvTable
{
    /// <summary>A column of more different numbers is not taken for classes: it rather numbers or measures the examples.</summary>
    private const int MostClasses = 100;

    private readonly string _path;
    private readonly char _separator;
    private readonly string[] _headers;
    private readonly int _headerLine;
    private readonly List<(int Line, string Text)> _rows = [];

    private CsvTable(string path, int line, string header)
    {
        (_path, _headerLine) = (path, line);
        _separator = ",;\t".MaxBy(candidate => Split(header, candidate)?.Length ?? 0);
        _headers = Fields(line, header);
        for (var i = 0; i < _headers.Length; i++)
        {
            var first = Array.IndexOf(_headers, _headers[i]);
            if (_headers[i].Length == 0)
                throw Error(line, i + 1, $"the column has no name: give it one, or remove it if it only numbers the lines.");
            if (first < i)
            {
                throw Error(line, i + 1,
                    $"the name \"{_headers[i]}\" stands above column {first + 1} too: give each column a name of its own.");
            }
        }
    }

    public static CsvTable Read(string path)
    {
        if (Directory.Exists(path))
            throw new FileNotFoundException($"{path} is a folder: give the path of the file in it.", path);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException(
                $"There is no file {path}; as a full path that is {Path.GetFullPath(path)}: check the name and the working directory.",
                path);
        }
        // To open a pipe may wait forever; like a device it has no length.
        var lines = new FileInfo(path).Length == 0 ? [] : File.ReadAllLines(path);
        if (Array.FindIndex(lines, line => line.Contains('\uFFFD')) is >= 0 and var odd)
        {
            throw new DataFormatException(path, odd + 1, 0,
                "a character is not UTF-8: save the file as UTF-8 (a spreadsheet calls it \"CSV UTF-8\").");
        }
        CsvTable? table = null;
        foreach (var (i, line) in lines.Index().Where(line => !string.IsNullOrWhiteSpace(line.Item)))
        {
            if (table is null)
                table = new(path, i + 1, line);
            else
                table.Add(i + 1, line);
        }
        return table is { _rows.Count: > 0 } ? table : throw new DataFormatException(
            path, Math.Max(table?._headerLine ?? 0, 1), 0, "expected a header and at least one line of numbers; the file ends here.");
    }

    public Dataset ToDataset(string name, string labelColumn, IReadOnlyList<string>? classes)
    {
        var label = Array.IndexOf(_headers, labelColumn.Trim());
        if (label < 0)
        {
            var headerless = _headers.All(header => double.TryParse(header, CultureInfo.InvariantCulture, out _));
            throw Error(_headerLine, 0, $"there is no column \"{labelColumn}\"; the columns are {string.Join(", ", _headers)}"
                + $"{(headerless ? ": write a line with the names of the columns above the numbers." : ".")}");
        }
        if (_headers.Length < 2)
            throw Error(_headerLine, 0, $"expected at least one column of inputs beside the labels.");
        // The fields of one line at a time: those of a long file would fill the memory.
        int[] inputs = [.. Enumerable.Range(0, _headers.Length).Where(i => i != label)];
        var X = Matrix<double>.Build.Dense(inputs.Length, _rows.Count);
        var written = new string[_rows.Count];
        foreach (var (j, (line, text)) in _rows.Index())
        {
            var fields = Fields(line, text);
            written[j] = fields[label];
            X.SetColumn(j, inputs.Select(i => Number(fields[i], line, i)).ToArray());
        }
        var labels = Labels(written, label, classes);
        var count = Math.Max(2, classes?.Count ?? labels.Max() + 1);
        var Y = Matrix<double>.Build.Dense(count == 2 ? 1 : count, _rows.Count, (i, j) =>
            (count == 2 ? labels[j] : labels[j] == i ? 1 : 0));
        return new(name, X, Y, [.. inputs.Select(i => _headers[i])], classes);
    }

    /// <summary>The columns a file must have, in this order.</summary>
    public CsvTable Expect(int columns, string labelColumn) => _headers.Length == columns && _headers[^1] == labelColumn ? this
        : throw Error(_headerLine, 0, $"found {_headers.Length} columns, the last \"{_headers[^1]}\", expected {columns}, "
            + $"the last \"{labelColumn}\": restore the file with git checkout data/.");

    private void Add(int line, string text)
    {
        var found = text.Contains('"', StringComparison.Ordinal) ? Fields(line, text).Length : text.AsSpan().Count(_separator) + 1;
        if (found != _headers.Length)
        {
            var hint = found > _headers.Length && _separator == ',' ? "; a comma within a number parts it (write 1.5, not 1,5)"
                : found > _headers.Length ? ""
                : ",;\t".FirstOrDefault(other => other != _separator && text.Contains(other)) is > '\0' and var other
                    ? $"; the header is parted by {Name(_separator)}, this line by {Name(other)}"
                    : _separator == ',' ? "; a name with a comma in it needs quotes" : "";
            throw Error(line, 0,
                $"found {found} value{(found == 1 ? "" : "s")}, expected {_headers.Length}, one per column of the header{hint}.");
        }
        _rows.Add((line, text));
    }

    private double Number(string field, int line, int column)
    {
        if (double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
            return value;
        throw Error(line, column + 1, $"{_headers[column]} is {Wrong(field)}.");
    }

    private int[] Labels(string[] written, int column, IReadOnlyList<string>? classes)
    {
        string[] names = [.. classes ?? []];
        double[] values =
            [.. written.Select((field, j) => Array.IndexOf(names, field) is >= 0 and var named ? named : Label(written, j, column))];
        double[] found = [.. values.Distinct().Order()];
        if (classes is null && found.Length > MostClasses)
        {
            throw Error(_headerLine, column + 1, $"{_headers[column]} holds {found.Length:N0} different numbers in {_rows.Count:N0} lines, "
                + $"too many for classes (at most {MostClasses}): does it number or measure the examples? Name the column of the classes.");
        }
        var count = classes?.Count ?? Math.Max(2, found.Length);
        if (Array.FindIndex(values, value => value < 0 || value >= count) is >= 0 and var wrong)
        {
            var expected = string.Join(", ", Enumerable.Range(0, Math.Min(count, 5))) + (count > 5 ? Invariant($" … {count - 1}") : "");
            var (from, inRow) = (found[0], found.Length > 1 && found[^1] - found[0] == found.Length - 1);
            var hint = inRow && from > 0 ? Invariant($"subtract {from}") : inRow && from < 0 ? Invariant($"add {-from}")
                : found is [-1, 1] ? "write 0 for -1" : "number the classes from 0, without gaps";
            throw Error(_rows[wrong].Line, column + 1, $"{_headers[column]} is {values[wrong]}. The labels are "
                + $"{string.Join(", ", found.Take(5).Select(one => Invariant($"{one}")))}{(found.Length > 5 ? ", …" : "")}; "
                + $"expected {expected}: {hint}.");
        }
        return [.. values.Select(value => (int)value)];
    }

    private double Label(string[] written, int row, int column)
    {
        var field = written[row];
        if (double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value == Math.Floor(value)
            && double.IsFinite(value))
        {
            return value;
        }
        var names = written.Where(other => other.Any(char.IsLetter)).Distinct().Order(StringComparer.Ordinal).Take(4).ToArray();
        var hint = names.Contains(field) && field is not "NaN"
            ? $"\"{Short(field)}\", a name: pass the names of the classes, classes: "
                + $"[{string.Join(", ", names.Take(3).Select(one => $"\"{Short(one)}\""))}{(names.Length > 3 ? ", …" : "")}], or write "
                + "their numbers 0, 1, … into the file"
            : field.Length == 0 ? Wrong(field) : $"{Short(field)}, expected a whole number, the index of the class: 0, 1, …";
        throw Error(_rows[row].Line, column + 1, $"{_headers[column]} is {hint}.");
    }

    /// <summary>What is wrong with a field that is no number.</summary>
    private static string Wrong(string field) =>
        field.Length == 0 ? "empty, expected a number: fill in what is missing, or remove the line"
        : field.Contains(',', StringComparison.Ordinal) && double.TryParse(field.Replace(',', '.'), NumberStyles.Float,
            CultureInfo.InvariantCulture, out _)
            ? $"\"{Short(field)}\", with a decimal comma: write {Short(field.Replace(',', '.'))}, and so in the whole file"
            : $"\"{Short(field)}\", expected a number with a decimal point, such as 1.5";

    private static string Short(string field) => field.Length > 40 ? field[..40] + "…" : field;

    private static string Name(char separator) => separator switch { ',' => "commas", ';' => "semicolons", _ => "tabs" };

    private string[] Fields(int line, string text) =>
        Split(text, _separator) ?? throw Error(line, 0, $"a quote (\") is opened and not closed.");

    private DataFormatException Error(int line, int column, ErrorText problem) => new(_path, line, column, problem.ToStringAndClear());

    /// <summary>The fields, without blanks around them and without quotes; null if a quote stays open.</summary>
    private static string[]? Split(string line, char separator)
    {
        if (!line.Contains('"', StringComparison.Ordinal))
            return line.Split(separator, StringSplitOptions.TrimEntries);
        // Between quotes, which is every second part, a separator is text: until the line is split another character stands for it.
        const char inText = '\uffff';
        var parts = line.Split('"');
        var text = string.Concat(parts.Select((part, i) => i % 2 == 1 ? part.Replace(separator, inText) : part));
        return parts.Length % 2 == 0 ? null : [.. text.Split(separator).Select(field => field.Replace(inText, separator).Trim())];
    }
}

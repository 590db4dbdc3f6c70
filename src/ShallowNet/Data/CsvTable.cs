using System.Globalization;

namespace ShallowNet;

/// <summary>A comma-separated table of numbers under a header, with no quotes and no gaps.</summary>
internal sealed class CsvTable
{
    private readonly string _path;
    private readonly string[] _headers;
    private readonly List<double[]> _rows = [];

    private CsvTable(string path, string[] headers) => (_path, _headers) = (path, headers);

    public static CsvTable Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException(
                $"There is no file {path}; as a full path that is {Path.GetFullPath(path)}: check the name and the working directory.", path);
        }
        var lines = File.ReadAllLines(path);
        var count = lines.Length;
        while (count > 0 && lines[count - 1].Length == 0)
        {
            count--;
        }
        if (count < 2)
        {
            throw new DataFormatException(path, Math.Max(count, 1), 0, "expected a header and at least one line of numbers; the file ends here.");
        }
        var table = new CsvTable(path, lines[0].Split(','));
        for (var i = 1; i < count; i++)
        {
            table._rows.Add(table.Parse(lines[i], i + 1));
        }
        return table;
    }

    public Dataset ToDataset(string name, string labelColumn, IReadOnlyList<string>? classes)
    {
        var label = Array.IndexOf(_headers, labelColumn);
        if (label < 0)
        {
            throw new DataFormatException(_path, 1, 0, $"there is no column \"{labelColumn}\"; the columns are {string.Join(", ", _headers)}.");
        }
        if (_headers.Length < 2)
        {
            throw new DataFormatException(_path, 1, 0, "expected at least one column of inputs beside the labels.");
        }
        var labels = new int[_rows.Count];
        var largest = classes?.Count - 1 ?? Math.Max(1, _rows.Count - 1);
        for (var i = 0; i < labels.Length; i++)
        {
            var value = _rows[i][label];
            if (value != Math.Floor(value) || value < 0 || value > largest)
            {
                throw new DataFormatException(
                    _path, i + 2, label + 1, Invariant($"{labelColumn} is {value}, expected a whole number from 0 to {largest}, the index of the class."));
            }
            labels[i] = (int)value;
        }
        var count = Math.Max(2, classes?.Count ?? labels.Max() + 1);
        var X = Matrix<double>.Build.Dense(_headers.Length - 1, _rows.Count, (i, j) => _rows[j][i < label ? i : i + 1]);
        var Y = Matrix<double>.Build.Dense(count == 2 ? 1 : count, _rows.Count, (i, j) => (count == 2 ? labels[j] : labels[j] == i ? 1 : 0));
        return new(name, X, Y, [.. _headers.Where((_, i) => i != label)], classes);
    }

    /// <summary>The columns a file must have, in this order.</summary>
    public CsvTable Expect(int columns, string labelColumn)
    {
        if (_headers.Length != columns || _headers[^1] != labelColumn)
        {
            throw new DataFormatException(
                _path, 1, 0,
                Invariant($"found {_headers.Length} columns, the last \"{_headers[^1]}\", expected {columns}, the last \"{labelColumn}\": restore the file with git checkout data/."));
        }
        return this;
    }

    private double[] Parse(string line, int number)
    {
        var fields = line.Split(',');
        if (fields.Length != _headers.Length)
        {
            throw new DataFormatException(_path, number, 0, Invariant($"found {fields.Length} values, expected {_headers.Length}, one per column of the header."));
        }
        var values = new double[fields.Length];
        for (var i = 0; i < fields.Length; i++)
        {
            if (!double.TryParse(fields[i], NumberStyles.Float, CultureInfo.InvariantCulture, out values[i]) || !double.IsFinite(values[i]))
            {
                var shown = fields[i].Length > 40 ? fields[i][..40] + "…" : fields[i];
                throw new DataFormatException(_path, number, i + 1, $"{_headers[i]} is \"{shown}\", expected a number with a decimal point, such as 1.5.");
            }
        }
        return values;
    }
}

namespace ShallowNet;

/// <summary>Examples with their classes; example j is column j of X and of Y.</summary>
public sealed class Dataset
{
    /// <summary>Makes a data set; the matrices are kept, not copied.</summary>
    /// <param name="name">What titles call it.</param>
    /// <param name="X">Inputs, nx × m, finite.</param>
    /// <param name="Y">Targets: one row of 0 and 1, or one-hot with a row per class.</param>
    /// <param name="features">A name per row of X; x1, x2, ... unless given.</param>
    /// <param name="classes">A name per class; 0, 1, ... unless given.</param>
    /// <exception cref="ArgumentException">A shape does not fit, X is not finite, or Y is neither 0/1 nor one-hot.</exception>
    public Dataset(
        string name, Matrix<double> X, Matrix<double> Y, IReadOnlyList<string>? features = null, IReadOnlyList<string>? classes = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Guard.Examples(X, nameof(X));
        ArgumentNullException.ThrowIfNull(Y);
        Guard.Argument(X.RowCount != Y.ColumnCount || X.ColumnCount == Y.ColumnCount, nameof(X),
            $"X is {X.RowCount} × {X.ColumnCount} and Y {Y.RowCount} × {Y.ColumnCount}: examples are columns, so pass X.Transpose().");
        Guard.Targets(Y, Y.RowCount, X.ColumnCount, zeroOrOne: true);
        (Name, this.X, this.Y) = (name, X, Y);
        Labels = [.. Enumerable.Range(0, M).Select(j => Label(Y, j))];
        Features = features ?? [.. Enumerable.Range(1, Nx).Select(i => Invariant($"x{i}"))];
        Classes = classes ?? [.. Enumerable.Range(0, Math.Max(2, Ny)).Select(c => Invariant($"{c}"))];
        CheckCount(Features.Count, Nx, nameof(features), "one per row of X");
        CheckCount(Classes.Count, Math.Max(2, Ny), nameof(classes), "one per class");
    }

    /// <summary>What titles call it.</summary>
    public string Name { get; }
    /// <summary>Inputs, nx × m.</summary>
    public Matrix<double> X { get; }
    /// <summary>Targets, ny × m: one row of 0 and 1, or one-hot.</summary>
    public Matrix<double> Y { get; }
    /// <summary>The class of each example: an index into <see cref="Classes"/>.</summary>
    public IReadOnlyList<int> Labels { get; }
    /// <summary>The name of each input.</summary>
    public IReadOnlyList<string> Features { get; }
    /// <summary>The name of each class.</summary>
    public IReadOnlyList<string> Classes { get; }
    /// <summary>The number of examples.</summary>
    public int M => X.ColumnCount;
    /// <summary>The number of inputs.</summary>
    public int Nx => X.RowCount;
    /// <summary>The number of outputs: 1, or one per class.</summary>
    public int Ny => Y.RowCount;

    /// <summary>Reads a CSV file: a header, one example per line, one column with the class as a whole number from 0 or as one of the names
    /// in <paramref name="classes"/>. Columns are parted by commas, semicolons or tabs; numbers have a decimal point.</summary>
    /// <param name="path">The file, UTF-8.</param>
    /// <param name="labelColumn">The header of the class column; all other columns are inputs.</param>
    /// <param name="classes">The names of the classes, class 0 first; else labels are 0, 1, ... without gaps, 100 classes at most.</param>
    /// <returns>The data set, named after the file; one row in Y for two classes, else one-hot.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="DataFormatException">The file is not such a table; names file, line and column.</exception>
    public static Dataset FromCsv(string path, string labelColumn, IReadOnlyList<string>? classes = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentException.ThrowIfNullOrWhiteSpace(labelColumn);
        return CsvTable.Read(path).ToDataset(Path.GetFileNameWithoutExtension(path), labelColumn, classes);
    }

    /// <summary>The values of one input, m, by its name, one of <see cref="Features"/>.</summary>
    /// <exception cref="ArgumentException">There is no such input; names those that are written alike.</exception>
    public Vector<double> Feature(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var i = Features.ToList().IndexOf(name);
        var near = Features.OrderByDescending(feature => Alike(feature.ToUpperInvariant(), name.ToUpperInvariant())).Take(3);
        Guard.Argument(i >= 0, nameof(name),
            $"{Name} has no input \"{name}\". Of its {Nx} these are written most alike: {string.Join(", ", near)}; Features has all.");
        return X.Row(i);
    }

    /// <summary>The same labels with other inputs, such as standardized ones; features keep their names if the rows stay as many.</summary>
    /// <exception cref="ArgumentException">X has another number of columns.</exception>
    public Dataset WithX(Matrix<double> X)
    {
        ArgumentNullException.ThrowIfNull(X);
        Guard.Argument(X.ColumnCount == M, nameof(X),
            $"X is {X.RowCount} × {X.ColumnCount}, expected {M} columns: the labels that stay are those of {M} examples.");
        return new(Name, X, Y, X.RowCount == Nx ? Features : null, Classes);
    }

    /// <summary>The examples at the given places, numbers from 0 to m - 1, at least one, in that order.</summary>
    public Dataset Subset(IReadOnlyList<int> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        Guard.Argument(columns.Count > 0, nameof(columns),
            $"columns is empty, expected at least one example, by numbers from 0 to {M - 1}.");
        for (var i = 0; i < columns.Count; i++)
        {
            Guard.Argument(columns[i] >= 0 && columns[i] < M, nameof(columns),
                $"columns[{i}] is {columns[i]}, expected numbers from 0 to {M - 1}: there are {M} examples.");
        }
        return new(Name, Pick(X), Pick(Y), Features, Classes);

        Matrix<double> Pick(Matrix<double> from) => Matrix<double>.Build.Dense(from.RowCount, columns.Count, (i, j) => from[i, columns[j]]);
    }

    /// <summary>Splits into a part to train on and a share, above 0 and below 1, to test on, with the same share of each class in both; the
    /// same seed gives the same split.</summary>
    /// <exception cref="ArgumentException">The share is not between 0 and 1, or leaves one part empty.</exception>
    public (Dataset Train, Dataset Test) Split(double testShare = 0.25, int seed = 1)
    {
        Guard.Range(testShare is > 0 and < 1, nameof(testShare),
            $"testShare is {testShare}, expected a share above 0 and below 1, such as 0.25.");
        var random = new Random(seed);
        List<int> train = [], test = [];
        foreach (var sameClass in Enumerable.Range(0, M).GroupBy(j => Labels[j]).OrderBy(group => group.Key))
        {
            var columns = sameClass.ToArray();
            random.Shuffle(columns);
            var testCount = (int)Math.Round(testShare * columns.Length);
            test.AddRange(columns[..testCount]);
            train.AddRange(columns[testCount..]);
        }
        Guard.Argument(train.Count > 0 && test.Count > 0, nameof(testShare),
            $"testShare is {testShare}, which puts {test.Count} of {M} examples into the test part: both parts need some.");
        train.Sort();
        test.Sort();
        return (Subset(train), Subset(test));
    }

    /// <summary>One class, an index into <see cref="Classes"/>, against all others: Y has one row, 1 for that class.</summary>
    public Dataset OneAgainstRest(int classIndex)
    {
        Guard.Range(classIndex >= 0 && classIndex < Classes.Count, nameof(classIndex),
            $"classIndex is {classIndex}, expected 0 to {Classes.Count - 1}: the classes are {string.Join(", ", Classes)}.");
        var y = Matrix<double>.Build.Dense(1, M, (_, j) => Labels[j] == classIndex ? 1 : 0);
        return new($"{Name}: {Classes[classIndex]} against the rest", X, y, Features, ["rest", Classes[classIndex]]);
    }

    /// <summary>For example "flower: 400 examples, 2 inputs, 2 classes".</summary>
    public override string ToString() => Invariant($"{Name}: {M} examples, {Nx} inputs, {Classes.Count} classes");

    private static int Label(Matrix<double> Y, int j)
    {
        if (Y.RowCount == 1)
            return (int)Y[0, j];
        var column = Y.Column(j);
        Guard.Argument(column.Sum() == 1, nameof(Y), $"Column {j} of Y has {column.Sum()} ones, expected exactly one (one-hot).");
        return column.MaximumIndex();
    }

    /// <summary>How many characters two names have in common at their beginning and at their end.</summary>
    private static int Alike(string one, string other) => one.AsSpan().CommonPrefixLength(other)
        + one.Reverse().Zip(other.Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();

    private static void CheckCount(int count, int expected, string name, string what) =>
        Guard.Argument(count == expected, name, $"{name} has {count} names, expected {expected}, {what}.");
}

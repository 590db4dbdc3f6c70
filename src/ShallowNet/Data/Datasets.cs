namespace ShallowNet;

/// <summary>The data of the course: three files in data/, and generators that are given a seed.</summary>
public static class Datasets
{
    /// <summary>What fits easily into memory.</summary>
    private const int MostExamples = 10_000_000;
    /// <summary>The shapes themselves are a few units wide.</summary>
    private const double MostNoise = 1_000_000;

    /// <summary>The planar flower: 400 points, two classes on interleaved petals, synthetic.</summary>
    /// <exception cref="FileNotFoundException">No folder data/ was found; names the paths tried. So for the other files.</exception>
    public static Dataset Flower() => Load("flower", "flower.csv", 3, "label", ["0", "1"]);

    /// <summary>Breast Cancer Wisconsin (Diagnostic): 569 tumors, 30 measurements; 1 is benign, 0 is malignant.</summary>
    public static Dataset BreastCancer() => Load("breast cancer", "breast-cancer-wisconsin.csv", 31, "benign", ["malignant", "benign"]);

    /// <summary>Handwritten digits: 1797 images of 8 × 8 pixels, 0 to 16, row by row; Y is one-hot, 10 × m.</summary>
    public static Dataset Digits() => Load("digits", "digits-8x8.csv", 65, "digit",
        [.. Enumerable.Range(0, 10).Select(d => Invariant($"{d}"))]);

    /// <summary>Two half moons that reach into each other.</summary>
    /// <param name="m">Points, 2 to 10,000,000; half in each class.</param>
    /// <param name="noise">Standard deviation of what is added to each coordinate.</param>
    /// <param name="seed">The same seed gives the same points.</param>
    public static Dataset Moons(int m = 400, double noise = 0.15, int seed = 1) => Generate("moons", m, noise, seed, (label, t) =>
        label == 0 ? (Math.Cos(Math.PI * t), Math.Sin(Math.PI * t)) : (1 - Math.Cos(Math.PI * t), 0.5 - Math.Sin(Math.PI * t)));

    /// <summary>A circle of radius 0.5 (class 1) inside one of radius 1 (class 0).</summary>
    /// <inheritdoc cref="Moons"/>
    public static Dataset Circles(int m = 400, double noise = 0.1, int seed = 1) => Generate("circles", m, noise, seed, (label, t) =>
    {
        var r = label == 0 ? 1 : 0.5;
        return (r * Math.Cos(2 * Math.PI * t), r * Math.Sin(2 * Math.PI * t));
    });

    /// <summary>Two spiral arms wound around each other, of radius 0.5 to 5; each goes round so many turns, above 0.</summary>
    /// <inheritdoc cref="Moons"/>
    public static Dataset Spirals(int m = 400, double noise = 0.1, double turns = 1.5, int seed = 1)
    {
        Guard.Range(turns > 0 && double.IsFinite(turns), nameof(turns), $"turns is {turns}, expected a number above 0, such as 1.5.");
        return Generate("spirals", m, noise, seed, (label, t) =>
        {
            var (r, angle) = (0.5 + 4.5 * t, 2 * Math.PI * turns * t + Math.PI * label);
            return (r * Math.Cos(angle), r * Math.Sin(angle));
        });
    }

    /// <summary>Two round clouds around (-2, -2) and (2, 2), with the spread as standard deviation: a line parts small ones well.</summary>
    /// <inheritdoc cref="Moons"/>
    public static Dataset Blobs(int m = 400, double spread = 1, int seed = 1)
    {
        CheckNoise(spread, nameof(spread));
        return Generate("blobs", m, spread, seed, (label, _) => label == 0 ? (-2, -2) : (2, 2));
    }

    /// <summary>Points of two classes in turn; t runs evenly over [0, 1] within each class.</summary>
    private static Dataset Generate(string name, int m, double noise, int seed, Func<int, double, (double, double)> point)
    {
        Guard.Range(m is >= 2 and <= MostExamples, nameof(m),
            $"m is {m}, expected 2 or more, so that both classes occur, and at most {MostExamples:N0}: try 400.");
        CheckNoise(noise, nameof(noise));
        var random = new Random(seed);
        var X = Matrix<double>.Build.Dense(2, m);
        var Y = Matrix<double>.Build.Dense(1, m);
        for (var j = 0; j < m; j++)
        {
            var (label, t) = (j % 2, (j / 2 + 0.5) / ((m + 1) / 2));
            var (x1, x2) = point(label, t);
            (X[0, j], X[1, j], Y[0, j]) = (x1 + noise * random.NextGaussian(), x2 + noise * random.NextGaussian(), label);
        }
        return new(name, X, Y);
    }

    private static void CheckNoise(double value, string name) =>
        Guard.Range(value is >= 0 and <= MostNoise, name, $"{name} is {value}, expected 0 or more, at most {MostNoise:N0}.");

    private static Dataset Load(string name, string file, int columns, string label, string[] classes)
    {
        var path = DataFolder.Find(file);
        return CsvTable.Read(path).Expect(columns, label).ToDataset(name, label, classes);
    }
}

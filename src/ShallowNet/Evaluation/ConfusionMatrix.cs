namespace ShallowNet;

/// <summary>How often each class was taken for each class: rows are the actual class, columns the predicted one.</summary>
public sealed class ConfusionMatrix
{
    private readonly int[,] _counts;

    /// <summary>Counts the actual and the predicted class of each example, indices into the names of the classes.</summary>
    /// <exception cref="ArgumentException">The lists differ in length, are empty, or hold an index that is no class.</exception>
    public ConfusionMatrix(IReadOnlyList<int> actual, IReadOnlyList<int> predicted, IReadOnlyList<string> classes)
    {
        ArgumentNullException.ThrowIfNull(actual);
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentNullException.ThrowIfNull(classes);
        Guard.Argument(actual.Count == predicted.Count && actual.Count > 0, nameof(predicted),
            $"predicted has {predicted.Count} entries, actual has {actual.Count}: expected the same number, at least 1.");
        Classes = classes;
        _counts = new int[classes.Count, classes.Count];
        for (var i = 0; i < actual.Count; i++)
        {
            CheckClass(actual[i], i, nameof(actual));
            CheckClass(predicted[i], i, nameof(predicted));
            _counts[actual[i], predicted[i]]++;
        }
        Total = actual.Count;
    }

    /// <summary>The names of the classes.</summary>
    public IReadOnlyList<string> Classes { get; }
    /// <summary>The number of examples.</summary>
    public int Total { get; }

    /// <summary>How many examples of class <paramref name="actual"/> were taken for <paramref name="predicted"/>.</summary>
    public int this[int actual, int predicted] => _counts[Class(actual), Class(predicted)];

    /// <summary>The share of examples on the diagonal, 0 to 1.</summary>
    public double Accuracy => (double)Enumerable.Range(0, Classes.Count).Sum(c => _counts[c, c]) / Total;

    /// <summary>Of the examples of class <paramref name="c"/>, the share that was found; NaN if there are none.</summary>
    public double Recall(int c) => (double)_counts[Class(c), c] / Enumerable.Range(0, Classes.Count).Sum(p => _counts[c, p]);

    /// <summary>Of the examples taken for class <paramref name="c"/>, the share that was right; NaN if there are none.</summary>
    public double Precision(int c) => (double)_counts[Class(c), c] / Enumerable.Range(0, Classes.Count).Sum(a => _counts[a, c]);

    /// <summary>What a network makes of a data set: A2 &gt; 0.5 for one output, the largest output for several.</summary>
    public static ConfusionMatrix Of(Network net, Dataset data)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(data);
        Guard.Targets(data.Y, net.Ny, data.M, zeroOrOne: true);
        var A2 = net.Probabilities(data.X);
        int[] predicted = [.. Enumerable.Range(0, data.M).Select(j => net.Ny == 1 ? A2[0, j] > 0.5 ? 1 : 0 : A2.Column(j).MaximumIndex())];
        return new(data.Labels, predicted, data.Classes);
    }

    /// <summary>For example "143 examples, accuracy 0.965".</summary>
    public override string ToString() => Invariant($"{Total} examples, accuracy {Accuracy:0.000}");

    private int Class(int c, [CallerArgumentExpression(nameof(c))] string name = "")
    {
        Guard.Range(IsClass(c), name, $"{name} is {c}, expected 0 to {Classes.Count - 1}: the classes are {string.Join(", ", Classes)}.");
        return c;
    }

    private void CheckClass(int c, int i, string name) =>
        Guard.Argument(IsClass(c), name, $"{name}[{i}] is {c}, expected a class index from 0 to {Classes.Count - 1}.");

    private bool IsClass(int c) => c >= 0 && c < Classes.Count;
}

namespace ShallowNet;

/// <summary>Shifts and scales each input to mean 0 and standard deviation 1, as measured on the training part.</summary>
public sealed class Standardizer
{
    private Standardizer(Vector<double> mean, Vector<double> standardDeviation) => (Mean, StandardDeviation) = (mean, standardDeviation);

    /// <summary>The mean of each input, nx.</summary>
    public Vector<double> Mean { get; }
    /// <summary>The standard deviation of each input, nx; 0 for a constant one, which is only shifted.</summary>
    public Vector<double> StandardDeviation { get; }

    /// <summary>Measures mean and standard deviation of each row of the training part, nx × m, finite.</summary>
    /// <exception cref="ArgumentException">X has no example or holds NaN or infinity.</exception>
    public static Standardizer Fit(Matrix<double> X)
    {
        Guard.Examples(X, nameof(X));
        var mean = Vector<double>.Build.Dense(X.RowCount);
        var deviation = Vector<double>.Build.Dense(X.RowCount);
        for (var i = 0; i < X.RowCount; i++)
        {
            var row = X.Row(i);
            // A power of two rounds nothing, and keeps sums and squares of huge and tiny numbers in range.
            var exponent = Math.Clamp(Math.ILogB(row.AbsoluteMaximum()), -1000, 1000);
            row *= Math.ScaleB(1, -exponent);
            var scaledMean = row.Sum() / row.Count;
            mean[i] = Math.ScaleB(scaledMean, exponent);
            // A constant row is exactly 0, whatever its mean was rounded to.
            deviation[i] = row.Maximum() == row.Minimum() ? 0 : Math.ScaleB(Math.Sqrt((row - scaledMean).PointwisePower(2).Average()),
                exponent);
        }
        return new(mean, deviation);
    }

    /// <summary>(x - mean) / standard deviation of the training part, the test part, or new examples, in a new matrix.</summary>
    public Matrix<double> Apply(Matrix<double> X)
    {
        ArgumentNullException.ThrowIfNull(X);
        var hint = X.ColumnCount == Mean.Count ? "examples are columns, so pass X.Transpose()"
            : "fit it on the same inputs that it is applied to";
        Guard.Argument(X.RowCount == Mean.Count, nameof(X),
            $"X is {X.RowCount} × {X.ColumnCount}, expected {Mean.Count} rows, the inputs that Fit measured: {hint}.");
        Guard.Examples(X, nameof(X));
        return X.MapIndexed((i, _, x) => (x - Mean[i]) / (StandardDeviation[i] == 0 ? 1 : StandardDeviation[i]), Zeros.Include);
    }

    /// <summary>The data set with standardized inputs.</summary>
    public Dataset Apply(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.WithX(Apply(data.X));
    }

    /// <summary>For example "standardizer for 30 inputs".</summary>
    public override string ToString() => Invariant($"standardizer for {Mean.Count} inputs");
}

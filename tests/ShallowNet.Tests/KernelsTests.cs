namespace ShallowNet.Tests;

/// <summary>The kernels against plain loops; WidthTests runs them again on narrower vectors.</summary>
public sealed class KernelsTests
{
    public static TheoryData<int, int, int> Shapes =>
    [
        .. from units in (int[])[1, 2, 3, 4, 5, 8, 11]
           from inputs in (int[])[1, 2, 3, 4, 7, 8]
           select (units, inputs, 1 + units * inputs * 3),
    ];

    [Theory, MemberData(nameof(Shapes))]
    public void Affine_AnyShape_AgreesWithPlainLoops(int units, int inputs, int m)
    {
        var (W, X, b) = (Random(units, inputs), Random(inputs, m), Random(units, 1).Column(0).ToArray());
        var Z = new PaddedRows(units, m);
        Kernels.Affine(new(W.ToRowMajorArray(), inputs), b, PaddedRows.Of(X), Z);
        Close(Matrix<double>.Build.Dense(units, m, (i, j) => b[i] + Sum(inputs, k => W[i, k] * X[k, j])), Z.ToMatrix(m));
        // The transposed weights lie column after column.
        Kernels.Product(new MatrixView(W.ToColumnMajorArray(), units).Transposed, PaddedRows.Of(X), Z);
        Close(Matrix<double>.Build.Dense(units, m, (i, j) => Sum(inputs, k => W[i, k] * X[k, j])), Z.ToMatrix(m));
    }

    [Theory, MemberData(nameof(Shapes))]
    public void AddProductAndAddSums_AnyShape_AddWhatPlainLoopsDo(int units, int inputs, int m)
    {
        Matrix<double> dZ = Random(units, m), A = Random(inputs, m), dW = Random(units, inputs);
        double[] sums = dW.ToRowMajorArray(), db = dW.Column(0).ToArray();
        var padded = PaddedRows.Of(dZ);
        for (var i = 0; i < units; i++)
            padded.Rows(i, 1).Values[m..].Clear();
        Kernels.AddProduct(padded, PaddedRows.Of(A), new(sums, inputs));
        Kernels.AddSums(padded, db);

        Close(
            Matrix<double>.Build.Dense(units, inputs, (i, k) => dW[i, k] + Sum(m, j => dZ[i, j] * A[k, j])),
            Matrix<double>.Build.DenseOfRowMajor(units, inputs, sums));
        Close(Matrix<double>.Build.Dense(units, 1, (i, _) => dW[i, 0] + Sum(m, j => dZ[i, j])), Matrix<double>.Build.Dense(units, 1, db));
    }

    [Theory]
    [InlineData(1, 1), InlineData(3, 17), InlineData(2, 700)]
    public void CrossEntropyErrorsAndUpdate_AnyShape_AgreeWithPlainLoops(int outputs, int m)
    {
        Matrix<double> Z = Random(outputs, m) * 5, Y = Random(outputs, m).Map(y => y > 0 ? 1.0 : 0.0);
        PaddedRows A = new(outputs, m), dZ = new(outputs, m), padded = PaddedRows.Of(Y);
        var weights = PaddedRows.ExampleWeights(m, A.Width, m, aligned: false);

        var cost = Kernels.CrossEntropy(PaddedRows.Of(Z), padded, weights, A);
        Kernels.Errors(A, padded, weights, dZ);

        Assert.Equal(Sum(outputs, i => Sum(m, j => Math.Log(1 + Math.Exp(Y[i, j] == 1 ? -Z[i, j] : Z[i, j])))) / m, cost,
            1e-12 * (1 + cost));
        Close(Z.Map(z => 1 / (1 + Math.Exp(-z))), A.ToMatrix(m));
        Close((A.ToMatrix(m) - Y) / m, dZ.ToMatrix(m));
        Assert.All(dZ.Rows(outputs - 1, 1).Values[m..].ToArray(), padding => Assert.Equal(0, padding));

        double[] W = Z.ToRowMajorArray(), dW = A.ToMatrix(m).ToRowMajorArray();
        Kernels.Update(W, dW, 0.5);
        Close(Z - 0.5 * A.ToMatrix(m), Matrix<double>.Build.DenseOfRowMajor(outputs, m, W));
    }

    private static Matrix<double> Random(int rows, int columns) => Initializer.Gaussian(1)
        .Weights(rows, columns, new Random(rows * 1000 + columns));

    private static double Sum(int count, Func<int, double> term) => Enumerable.Range(0, count).Sum(term);

    private static void Close(Matrix<double> expected, Matrix<double> actual) =>
        Assert.True((expected - actual).Enumerate().All(difference => Math.Abs(difference) < 1e-12), $"{expected}\n{actual}");
}

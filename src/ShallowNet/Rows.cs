namespace ShallowNet;

/// <summary>Between MathNet's matrices, stored column after column, and the kernels' arrays, stored row after row.</summary>
internal static class Rows
{
    public static Matrix<double> Matrix(int rows, int columns, double[] values) =>
        Matrix<double>.Build.DenseOfRowMajor(rows, columns, values);
}

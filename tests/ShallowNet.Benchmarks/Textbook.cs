namespace ShallowNet.Benchmarks;

/// <summary>The six equations as a textbook writes them, with MathNet's operators.</summary>
internal sealed class Textbook(Shape shape)
{
    private readonly Matrix<double> X = shape.X(), Y = shape.Y(), ones = Matrix<double>.Build.Dense(1, shape.M, 1);
    private Matrix<double> W1 = shape.Network().W1, W2 = shape.Network().W2;
    private Matrix<double> b1 = Matrix<double>.Build.Dense(shape.Nh, 1), b2 = Matrix<double>.Build.Dense(shape.Ny, 1);

    public double Epoch()
    {
        double m = X.ColumnCount;
        var A1 = (W1 * X + b1 * ones).PointwiseTanh();
        var A2 = 1 / (1 + (-(W2 * A1 + b2 * ones)).PointwiseExp());
        var cost = -(Y.PointwiseMultiply(A2.PointwiseLog()) + (1 - Y).PointwiseMultiply((1 - A2).PointwiseLog())).RowSums().Sum() / m;
        var dZ2 = A2 - Y;
        var (dW2, db2) = (dZ2 * A1.Transpose() / m, dZ2.RowSums().ToColumnMatrix() / m);
        var dZ1 = (W2.Transpose() * dZ2).PointwiseMultiply(1 - A1.PointwisePower(2));
        var (dW1, db1) = (dZ1 * X.Transpose() / m, dZ1.RowSums().ToColumnMatrix() / m);
        (W1, b1, W2, b2) = (W1 - 0.1 * dW1, b1 - 0.1 * db1, W2 - 0.1 * dW2, b2 - 0.1 * db2);
        return cost;
    }
}

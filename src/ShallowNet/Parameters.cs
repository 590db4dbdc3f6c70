namespace ShallowNet;

/// <summary>The parameters of a network at one moment, a copy that later training does not change: weights and biases of the hidden layer,
/// nh × nx and nh, and of the output layer, ny × nh and ny.</summary>
public sealed record Parameters(Matrix<double> W1, Vector<double> b1, Matrix<double> W2, Vector<double> b2)
{
    /// <summary>The shapes, for example "W1 4 × 2, b1 4, W2 1 × 4, b2 1".</summary>
    public override string ToString() =>
        Invariant($"W1 {W1.RowCount} × {W1.ColumnCount}, b1 {b1.Count}, W2 {W2.RowCount} × {W2.ColumnCount}, b2 {b2.Count}");
}

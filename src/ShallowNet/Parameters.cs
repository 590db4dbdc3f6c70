namespace ShallowNet;

/// <summary>The parameters of a network at one moment: a copy, which later training does not change.</summary>
/// <param name="W1">Weights of the hidden layer, nh × nx.</param>
/// <param name="b1">Biases of the hidden layer, nh.</param>
/// <param name="W2">Weights of the output layer, ny × nh.</param>
/// <param name="b2">Biases of the output layer, ny.</param>
public sealed record Parameters(Matrix<double> W1, Vector<double> b1, Matrix<double> W2, Vector<double> b2)
{
    /// <summary>The shapes, for example "W1 4 × 2, b1 4, W2 1 × 4, b2 1".</summary>
    public override string ToString() =>
        Invariant($"W1 {W1.RowCount} × {W1.ColumnCount}, b1 {b1.Count}, W2 {W2.RowCount} × {W2.ColumnCount}, b2 {b2.Count}");
}

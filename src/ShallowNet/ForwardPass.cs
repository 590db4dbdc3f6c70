namespace ShallowNet;

/// <summary>All that a forward pass computes: Z1 = W1 X + b1 and A1 = g(Z1), nh × m, Z2 = W2 A1 + b2 and the outputs A2, ny × m; column j
/// belongs to example j.</summary>
public sealed record ForwardPass(Matrix<double> Z1, Matrix<double> A1, Matrix<double> Z2, Matrix<double> A2)
{
    /// <summary>The shapes, for example "Z1 and A1 4 × 400, Z2 and A2 1 × 400".</summary>
    public override string ToString() =>
        Invariant($"Z1 and A1 {A1.RowCount} × {A1.ColumnCount}, Z2 and A2 {A2.RowCount} × {A2.ColumnCount}");
}

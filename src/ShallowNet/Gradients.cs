namespace ShallowNet;

/// <summary>The derivatives of the cost by the parameters, in their shapes: nh × nx, nh, ny × nh, ny.</summary>
public sealed record Gradients(Matrix<double> dW1, Vector<double> db1, Matrix<double> dW2, Vector<double> db2)
{
    /// <summary>The shapes, for example "dW1 4 × 2, db1 4, dW2 1 × 4, db2 1".</summary>
    public override string ToString() =>
        Invariant($"dW1 {dW1.RowCount} × {dW1.ColumnCount}, db1 {db1.Count}, dW2 {dW2.RowCount} × {dW2.ColumnCount}, db2 {db2.Count}");
}

namespace ShallowNet;

/// <summary>The derivatives of the cost by the parameters; each has the shape of its parameter.</summary>
/// <param name="dW1">nh × nx.</param>
/// <param name="db1">nh.</param>
/// <param name="dW2">ny × nh.</param>
/// <param name="db2">ny.</param>
public sealed record Gradients(Matrix<double> dW1, Vector<double> db1, Matrix<double> dW2, Vector<double> db2);

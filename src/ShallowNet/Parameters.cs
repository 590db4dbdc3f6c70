namespace ShallowNet;

/// <summary>The parameters of a network at one moment: a copy, which later training does not change.</summary>
/// <param name="W1">Weights of the hidden layer, nh × nx.</param>
/// <param name="b1">Biases of the hidden layer, nh.</param>
/// <param name="W2">Weights of the output layer, ny × nh.</param>
/// <param name="b2">Biases of the output layer, ny.</param>
public sealed record Parameters(Matrix<double> W1, Vector<double> b1, Matrix<double> W2, Vector<double> b2);

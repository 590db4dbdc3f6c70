namespace ShallowNet;

/// <summary>Numbers in the shapes of a network's parameters, row after row: the parameters in a training, or their gradients.</summary>
internal sealed class ParameterArrays
{
    /// <summary>All 0.</summary>
    public ParameterArrays(Network net) =>
        (W1, b1, W2, b2) = (new double[net.Nh * net.Nx], new double[net.Nh], new double[net.Ny * net.Nh], new double[net.Ny]);

    public ParameterArrays(Parameters p) =>
        (W1, b1, W2, b2) = (p.W1.ToRowMajorArray(), p.b1.ToArray(), p.W2.ToRowMajorArray(), p.b2.ToArray());

    public double[] W1 { get; }
    public double[] b1 { get; }
    public double[] W2 { get; }
    public double[] b2 { get; }

    [MethodImpl(Jit.Hot)]
    public void Clear()
    {
        Array.Clear(W1);
        Array.Clear(b1);
        Array.Clear(W2);
        Array.Clear(b2);
    }

    /// <summary>One step of gradient descent: W := W - α dW, b := b - α db.</summary>
    [MethodImpl(Jit.Hot)]
    public void Update(ParameterArrays gradients, double learningRate)
    {
        Kernels.Update(W1, gradients.W1, learningRate);
        Kernels.Update(b1, gradients.b1, learningRate);
        Kernels.Update(W2, gradients.W2, learningRate);
        Kernels.Update(b2, gradients.b2, learningRate);
    }

    public Parameters ToParameters()
    {
        var (build, vector) = (Matrix<double>.Build, Vector<double>.Build);
        return new(build.DenseOfRowMajor(b1.Length, W1.Length / b1.Length, W1), vector.DenseOfArray(b1),
            build.DenseOfRowMajor(b2.Length, b1.Length, W2), vector.DenseOfArray(b2));
    }
}

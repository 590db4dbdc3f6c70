namespace ShallowNet;

/// <summary>The arrays of one training, allocated once; matrices are stored row after row.</summary>
internal sealed class Workspace
{
    private readonly Network net;
    private readonly int m;
    private readonly double[] X, Y, W1, b1, W2, b2, dW1, db1, dW2, db2, Z1, A1, Z2, A2, dZ1, dZ2;

    public Workspace(Network net, Matrix<double> X, Matrix<double> Y)
    {
        this.net = net;
        m = X.ColumnCount;
        this.X = X.ToRowMajorArray();
        this.Y = Y.ToRowMajorArray();
        (W1, b1, W2, b2) = (net.W1.ToRowMajorArray(), net.b1.ToArray(), net.W2.ToRowMajorArray(), net.b2.ToArray());
        (dW1, db1, dW2, db2) = (new double[W1.Length], new double[b1.Length], new double[W2.Length], new double[b2.Length]);
        (Z1, A1, dZ1) = (new double[net.Nh * m], new double[net.Nh * m], new double[net.Nh * m]);
        (Z2, A2, dZ2) = (new double[net.Ny * m], new double[net.Ny * m], new double[net.Ny * m]);
    }

    /// <summary>Computes Z1, A1, Z2, A2 and returns the cost.</summary>
    public double Forward()
    {
        Kernels.Affine(W1, b1, X, Z1, m);
        net.Hidden.Value(Z1, A1);
        Kernels.Affine(W2, b2, A1, Z2, m);
        net.Output.Value(Z2, A2);
        return net.CostFunction == Cost.BinaryCrossEntropy ? Kernels.CrossEntropy(Z2, Y, m) : Kernels.SquaredError(A2, Y, m);
    }

    /// <summary>Computes the gradients after <see cref="Forward"/>.</summary>
    public void Backward()
    {
        Kernels.OutputErrors(A2, Y, dZ2);
        if (net.CostFunction == Cost.SquaredError)
        {
            net.Output.Slope(Z2, A2, Z2);
            System.Numerics.Tensors.TensorPrimitives.Multiply(dZ2, Z2, dZ2);
        }
        Kernels.LayerGradients(dZ2, A1, dW2, db2, m);
        net.Hidden.Slope(Z1, A1, Z1);
        Kernels.HiddenErrors(W2, dZ2, Z1, dZ1, m);
        Kernels.LayerGradients(dZ1, X, dW1, db1, m);
    }

    /// <summary>One step of gradient descent.</summary>
    public void Update(double learningRate)
    {
        Kernels.Update(W1, dW1, learningRate);
        Kernels.Update(b1, db1, learningRate);
        Kernels.Update(W2, dW2, learningRate);
        Kernels.Update(b2, db2, learningRate);
    }

    public Parameters Parameters => new(
        Rows.Matrix(net.Nh, net.Nx, W1), Vector<double>.Build.DenseOfArray(b1), Rows.Matrix(net.Ny, net.Nh, W2), Vector<double>.Build.DenseOfArray(b2));

}

using static ShallowNet.Kernels;

namespace ShallowNet;

/// <summary>The forward and backward pass over a block of examples, in memory of its own; for Network and Trainer alike.</summary>
internal sealed class Backpropagation
{
    /// <summary>Hidden units in the backward pass at a time, so that their dZ1 stays in the first-level cache.</summary>
    private const int GroupSize = 4;

    private readonly Network _net;
    private readonly PaddedRows _dZ2, _dZ1;

    /// <param name="net">Its shapes, activations and cost function are used, not its parameters.</param>
    /// <param name="columns">Examples of the block.</param>
    /// <param name="training">Whether it is used again and again: then A1 lies where Z1 was, if the slopes do not need it.</param>
    public Backpropagation(Network net, int columns, bool training = false)
    {
        _net = net;
        A1 = new(net.Nh, columns, training);
        Z1 = training && !net.Hidden.SlopeNeedsZ ? A1 : new(net.Nh, columns, training);
        (Z2, A2) = (new(net.Ny, columns, training), new(net.Ny, columns, training));
        (_dZ2, _dZ1) = (new(net.Ny, columns, training), new(GroupSize, columns, training));
        Gradients = new(net);
    }

    public PaddedRows Z1 { get; init; }
    public PaddedRows A1 { get; init; }
    public PaddedRows Z2 { get; init; }
    public PaddedRows A2 { get; init; }
    /// <summary>The sums of all backward passes since they were cleared.</summary>
    public ParameterArrays Gradients { get; }

    /// <summary>Z1 = W1 X + b1, A1 = g(Z1), Z2 = W2 A1 + b2</summary>
    [MethodImpl(Jit.Hot)]
    public void Forward(ParameterArrays p, PaddedRows X)
    {
        Affine(new(p.W1, _net.Nx), p.b1, X, Z1);
        _net.Hidden.Value(Z1.Values, A1.Values);
        Affine(new(p.W2, _net.Nh), p.b2, A1, Z2);
    }

    /// <summary>A2, the outputs of Z2, and what these examples add to the cost.</summary>
    /// <param name="Y">Their targets.</param>
    /// <param name="weights">1/m for each of them.</param>
    [MethodImpl(Jit.Hot)]
    public double Cost(PaddedRows Y, PaddedRows weights)
    {
        if (_net.CostFunction == CostFunction.BinaryCrossEntropy)
            return CrossEntropy(Z2, Y, weights, A2);
        _net.Output.Value(Z2.Values, A2.Values);
        return SquaredError(A2, Y, weights);
    }

    /// <summary>Adds to the gradients what these examples add, after a forward pass and the cost.</summary>
    [MethodImpl(Jit.Hot)]
    public void Backward(ParameterArrays p, PaddedRows X, PaddedRows Y, PaddedRows weights)
    {
        var (nx, nh, dZ2, db2) = (_net.Nx, _net.Nh, _dZ2, Gradients.b2);

        OutputErrors(Y, weights, dZ2);          // dZ2 = 1/m (A2 - Y), for the squared error times g'(Z2)
        AddSums(dZ2, db2);                      // db2 = Σ dZ2
        for (var i = 0; i < nh; i += GroupSize)
        {
            var count = Math.Min(GroupSize, nh - i);
            PaddedRows Z1 = this.Z1.Rows(i, count), A1 = this.A1.Rows(i, count), dZ1 = _dZ1.Rows(0, count);
            MatrixView W2 = new MatrixView(p.W2, nh).ColumnsFrom(i), dW2 = new MatrixView(Gradients.W2, nh).ColumnsFrom(i);
            var dW1 = new MatrixView(Gradients.W1, nx).RowsFrom(i);
            var db1 = Gradients.b1.AsSpan(i, count);

            AddProduct(dZ2, A1, dW2);           // dW2 = dZ2 A1ᵀ
            HiddenErrors(W2, dZ2, Z1, A1, dZ1); // dZ1 = W2ᵀ dZ2 ⊙ g'(Z1)
            AddProduct(dZ1, X, dW1);            // dW1 = dZ1 Xᵀ
            AddSums(dZ1, db1);                  // db1 = Σ dZ1
        }
    }

    private void OutputErrors(PaddedRows Y, PaddedRows weights, PaddedRows dZ2)
    {
        Errors(A2, Y, weights, dZ2);
        if (_net.CostFunction == CostFunction.SquaredError)
            _net.Output.TimesSlope(Z2.Values, A2.Values, dZ2.Values);
    }

    private void HiddenErrors(MatrixView W2, PaddedRows dZ2, PaddedRows Z1, PaddedRows A1, PaddedRows dZ1)
    {
        Product(W2.Transposed, dZ2, dZ1);
        _net.Hidden.TimesSlope(Z1.Values, A1.Values, dZ1.Values);
    }
}

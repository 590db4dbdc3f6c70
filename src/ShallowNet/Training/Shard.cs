using System.Runtime.CompilerServices;

namespace ShallowNet;

/// <summary>Some of the examples of a training, in blocks that stay in the processor's cache from the forward pass to the backward.</summary>
internal sealed class Shard
{
    /// <summary>Numbers of a block: 512 KiB, half of a common second-level cache.</summary>
    private const int BlockSize = 1 << 16;

    private const int MaxColumns = 1024;

    private readonly Network net;
    private readonly (Rows X, Rows Y, Storage Shares)[] blocks;
    private readonly Storage Z1, A1, Z2, A2, dZ2;

    public Shard(Network net, Matrix<double> X, Matrix<double> Y, int from, int to)
    {
        this.net = net;
        var columns = Math.Clamp(BlockSize / (net.Nx + net.Nh + 3 * net.Ny), Rows.Multiple, MaxColumns);
        var size = columns / Rows.Multiple * Rows.Multiple;
        blocks = new (Rows, Rows, Storage)[(to - from + size - 1) / size];
        for (var i = 0; i < blocks.Length; i++)
        {
            var (start, count) = (from + i * size, Math.Min(size, to - from - i * size));
            var x = Rows.Of(X, start, count, lasting: true);
            blocks[i] = (x, Rows.Of(Y, start, count, lasting: true), Rows.Shares(count, x.Width, X.ColumnCount, lasting: true));
        }
        var width = blocks[0].X.Width;
        A1 = new(net.Nh * width, lasting: true);
        Z1 = net.Hidden.SlopeNeedsZ ? new(A1.Length, lasting: true) : A1;
        Z2 = new(net.Ny * width, lasting: true);
        A2 = new(Z2.Length, lasting: true);
        dZ2 = new(Z2.Length, lasting: true);
        (dW1, db1, dW2, db2) = (new double[net.Nh * net.Nx], new double[net.Nh], new double[net.Ny * net.Nh], new double[net.Ny]);
    }

    /// <summary>What these examples add to the cost.</summary>
    public double Cost { get; private set; }

    /// <summary>What they add to the gradients.</summary>
    public double[] dW1 { get; }

    public double[] db1 { get; }

    public double[] dW2 { get; }

    public double[] db2 { get; }

    /// <summary>Forward and backward over the examples.</summary>
    [MethodImpl(Jit.Hot)]
    public void Pass(double[] W1, double[] b1, double[] W2, double[] b2)
    {
        Cost = 0;
        Array.Clear(dW1);
        Array.Clear(db1);
        Array.Clear(dW2);
        Array.Clear(db2);
        foreach (var (X, Y, shares) in blocks)
        {
            var width = X.Width;
            Span<double> Z1 = this.Z1.Span.Slice(0, net.Nh * width), A1 = this.A1.Span.Slice(0, Z1.Length);
            Span<double> Z2 = this.Z2.Span.Slice(0, net.Ny * width), A2 = this.A2.Span.Slice(0, Z2.Length), dZ2 = this.dZ2.Span.Slice(0, Z2.Length);

            // Z1 = W1 X + b1, A1 = g(Z1), Z2 = W2 A1 + b2
            Kernels.Affine(W1, b1, X.Values, Z1, width);
            net.Hidden.Value(Z1, A1);
            Kernels.Affine(W2, b2, A1, Z2, width);

            // dZ2 = 1/m (A2 - Y), for the squared error times g'(Z2)
            if (net.CostFunction == CostFunction.BinaryCrossEntropy)
            {
                Cost += Kernels.CrossEntropy(Z2, Y.Values, shares.Span, dZ2);
            }
            else
            {
                net.Output.Value(Z2, A2);
                Cost += Kernels.SquaredError(A2, Y.Values, shares.Span, dZ2);
                net.Output.TimesSlope(Z2, A2, dZ2);
            }

            // dW2 = dZ2 A1ᵀ, db2 = Σ dZ2, dZ1 = W2ᵀ dZ2 ⊙ g'(Z1), dW1 = dZ1 Xᵀ, db1 = Σ dZ1
            net.Hidden.Backward(W2, dZ2, X.Values, Z1, A1, this, width);
        }
    }
}

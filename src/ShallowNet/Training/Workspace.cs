namespace ShallowNet;

/// <summary>
/// The memory of one training, allocated once. The examples are parted into shards, which are summed in their order, so that
/// the result is the same whether one thread runs them or several.
/// </summary>
internal sealed class Workspace
{
    /// <summary>Examples in a shard at least: fewer are not worth parting.</summary>
    private const int ShardSize = 448;

    private const int MostShards = 16;

    private readonly Network net;
    private readonly double[] W1, b1, W2, b2, W2T;
    private readonly Shard[] shards;

    public Workspace(Network net, Matrix<double> X, Matrix<double> Y)
    {
        this.net = net;
        (W1, b1, W2, b2) = (net.W1.ToRowMajorArray(), net.b1.ToArray(), net.W2.ToRowMajorArray(), net.b2.ToArray());
        W2T = new double[W2.Length];
        var m = X.ColumnCount;
        shards = new Shard[Math.Clamp(m / ShardSize, 1, MostShards)];
        for (var s = 0; s < shards.Length; s++)
        {
            shards[s] = new(net, X, Y, (int)((long)m * s / shards.Length), (int)((long)m * (s + 1) / shards.Length));
        }
    }

    public Parameters Parameters => new(
        Matrix<double>.Build.DenseOfRowMajor(net.Nh, net.Nx, W1), Vector<double>.Build.DenseOfArray(b1),
        Matrix<double>.Build.DenseOfRowMajor(net.Ny, net.Nh, W2), Vector<double>.Build.DenseOfArray(b2));

    /// <summary>The forward and backward pass over all examples; returns the cost.</summary>
    public double Pass()
    {
        Transpose(W2, net.Ny, net.Nh, W2T);
        var cost = 0.0;
        foreach (var shard in shards)
        {
            shard.Pass(W1, b1, W2, b2, W2T);
            cost += shard.Cost;
        }
        return cost;
    }

    /// <summary>One step of gradient descent, after <see cref="Pass"/>.</summary>
    public void Update(double learningRate)
    {
        foreach (var shard in shards)
        {
            Kernels.Update(W1, shard.dW1, learningRate);
            Kernels.Update(b1, shard.db1, learningRate);
            Kernels.Update(W2, shard.dW2, learningRate);
            Kernels.Update(b2, shard.db2, learningRate);
        }
    }

    private static void Transpose(double[] from, int rows, int columns, double[] to)
    {
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                to[j * rows + i] = from[i * columns + j];
            }
        }
    }
}

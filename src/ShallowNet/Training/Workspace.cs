namespace ShallowNet;

/// <summary>
/// The memory of one training, allocated once. The examples are parted into shards by their number alone, and the shards' sums
/// are added in order: so the result is the same whether one thread runs them or several.
/// </summary>
internal sealed class Workspace : IDisposable
{
    /// <summary>Examples in a shard at least: fewer are not worth parting.</summary>
    private const int ShardSize = 448;

    private const int MostShards = 16;

    /// <summary>Multiply-adds of a pass, roughly, from which on a second thread brings more than it costs: some 100 µs of work.</summary>
    private const double WorthSharing = 2e6;

    /// <summary>Multiply-adds that take as long as one activation.</summary>
    private const double Activation = 20;

    private readonly Network net;
    private readonly double[] W1, b1, W2, b2;
    private readonly Shard[] shards;
    private readonly Crew? crew;

    /// <param name="net">Its parameters are copied.</param>
    /// <param name="X">Inputs; copied.</param>
    /// <param name="Y">Targets; copied.</param>
    /// <param name="threads">How many threads, or null for what pays.</param>
    public Workspace(Network net, Matrix<double> X, Matrix<double> Y, int? threads)
    {
        this.net = net;
        (W1, b1, W2, b2) = (net.W1.ToRowMajorArray(), net.b1.ToArray(), net.W2.ToRowMajorArray(), net.b2.ToArray());
        var m = X.ColumnCount;
        shards = new Shard[Math.Clamp(m / ShardSize, 1, MostShards)];
        for (var s = 0; s < shards.Length; s++)
        {
            shards[s] = new(net, X, Y, (int)((long)m * s / shards.Length), (int)((long)m * (s + 1) / shards.Length));
        }
        var count = Math.Min(threads ?? ThreadsThatPay(m), shards.Length);
        crew = count > 1 ? new(count, shards, Pass) : null;
    }

    public Parameters Parameters => new(
        Matrix<double>.Build.DenseOfRowMajor(net.Nh, net.Nx, W1), Vector<double>.Build.DenseOfArray(b1),
        Matrix<double>.Build.DenseOfRowMajor(net.Ny, net.Nh, W2), Vector<double>.Build.DenseOfArray(b2));

    /// <summary>The forward and backward pass over all examples; returns the cost.</summary>
    public double Pass()
    {
        if (crew is not null)
        {
            crew.RunAll();
        }
        else
        {
            foreach (var shard in shards)
            {
                Pass(shard);
            }
        }
        var cost = 0.0;
        foreach (var shard in shards)
        {
            cost += shard.Cost;
        }
        return cost;
    }

    /// <summary>One step of gradient descent, after <see cref="Pass()"/>.</summary>
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

    public void Dispose() => crew?.Dispose();

    private void Pass(Shard shard) => shard.Pass(W1, b1, W2, b2);

    /// <summary>One inside a <see cref="Sweep"/>, whose runs have the cores already, and for functions that are not ours to share.</summary>
    private int ThreadsThatPay(int m)
    {
        var work = (double)m * (net.Nh * (2 * net.Nx + 3 * net.Ny + Activation) + net.Ny * Activation);
        var alone = Sweep.IsRunning || net.Hidden is CustomActivation || net.Output is CustomActivation;
        return alone ? 1 : (int)Math.Clamp(work / WorthSharing, 1, Environment.ProcessorCount);
    }
}

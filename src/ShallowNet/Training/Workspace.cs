using System.Runtime.CompilerServices;

namespace ShallowNet;

/// <summary>
/// The memory of one training, allocated once. The examples are parted into shards by their number alone, and the shards' sums
/// are added in order: so the result is the same whether one thread runs them or several.
/// </summary>
internal sealed class Workspace : IDisposable
{
    private const int MaxShards = 16;

    /// <summary>Multiply-adds, roughly, in a shard at least: some 10 µs of work, fewer are not worth parting.</summary>
    private const double WorthSharing = 250_000;

    /// <summary>Examples in a shard at least: fewer, and the sums over them cost more than the products.</summary>
    private const int MinExamples = 190;

    /// <summary>Multiply-adds that take as long as one activation.</summary>
    private const double Activation = 20;

    private readonly Network net;
    private readonly double[] W1, b1, W2, b2;
    private readonly Shard[] shards;
    private readonly Crew? crew;
    private readonly Pace? pace;

    /// <param name="net">Its parameters are copied.</param>
    /// <param name="X">Inputs; copied.</param>
    /// <param name="Y">Targets; copied.</param>
    /// <param name="threads">How many threads, or null for what pays.</param>
    public Workspace(Network net, Matrix<double> X, Matrix<double> Y, int? threads)
    {
        this.net = net;
        (W1, b1, W2, b2) = (net.W1.ToRowMajorArray(), net.b1.ToArray(), net.W2.ToRowMajorArray(), net.b2.ToArray());
        var m = X.ColumnCount;
        shards = new Shard[CountOfShards(m)];
        for (var s = 0; s < shards.Length; s++)
        {
            shards[s] = new(net, X, Y, Bound(s, m), Bound(s + 1, m));
        }
        // Functions that are not ours may not bear several threads, and the runs of a sweep have the cores already.
        var alone = Sweep.IsRunning || net.Hidden is CustomActivation || net.Output is CustomActivation;
        var count = Math.Min(threads ?? (alone ? 1 : Environment.ProcessorCount), shards.Length);
        crew = count > 1 ? new(count, shards, Pass) : null;
        pace = crew is not null && threads is null ? new() : null;
    }

    public Parameters Parameters => new(
        Matrix<double>.Build.DenseOfRowMajor(net.Nh, net.Nx, W1), Vector<double>.Build.DenseOfArray(b1),
        Matrix<double>.Build.DenseOfRowMajor(net.Ny, net.Nh, W2), Vector<double>.Build.DenseOfArray(b2));

    /// <summary>The forward and backward pass over all examples; returns the cost.</summary>
    [MethodImpl(Jit.Hot)]
    public double Pass()
    {
        var together = crew is not null && pace?.Together != false;
        pace?.Start();
        if (together)
        {
            crew!.RunAll();
        }
        else
        {
            foreach (var shard in shards)
            {
                Pass(shard);
            }
        }
        pace?.Stop();
        var cost = 0.0;
        foreach (var shard in shards)
        {
            cost += shard.Cost;
        }
        return cost;
    }

    /// <summary>One step of gradient descent, after <see cref="Pass()"/>.</summary>
    [MethodImpl(Jit.Hot)]
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

    /// <summary>A power of two, so that they part evenly among threads; by the sizes alone, so that every machine sums alike.</summary>
    private int CountOfShards(int m)
    {
        var work = (double)m * (net.Nh * (2 * net.Nx + 3 * net.Ny + Activation) + net.Ny * Activation);
        var most = Math.Min(MaxShards, Math.Min(work / WorthSharing, m / MinExamples));
        return most < 2 ? 1 : 1 << (int)Math.Log2(most);
    }

    /// <summary>Where shard s begins: at a multiple of <see cref="Rows.Multiple"/>, so that only the last has rows to fill up.</summary>
    private int Bound(int s, int m)
    {
        var groups = (m + Rows.Multiple - 1) / Rows.Multiple;
        return (int)Math.Min(m, (long)groups * s / shards.Length * Rows.Multiple);
    }
}

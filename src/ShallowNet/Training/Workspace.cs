namespace ShallowNet;

/// <summary>The memory of one training, allocated once. The examples are divided into shards by their number alone, and the shards' sums
/// are added in order: so the result is the same whether one thread runs them or several.</summary>
internal sealed class Workspace
{
    private const int MaxShards = 16;
    /// <summary>Multiply-adds, roughly, in a shard at least: some 10 µs of work; less is not worth a thread.</summary>
    private const double MinWork = 250_000;
    /// <summary>Examples in a shard at least: fewer, and the sums over them cost more than the products.</summary>
    private const int MinExamples = 190;
    /// <summary>Multiply-adds that take as long as one activation.</summary>
    private const double ActivationWork = 20;
    /// <summary>Numbers of a block: 512 KiB, half of a common second-level cache.</summary>
    private const int MaxBlockSize = 1 << 16;
    private const int MaxBlockWidth = 1024;

    private readonly ParameterArrays _parameters;
    private readonly Shard[] _shards;
    private readonly double[] _costs;
    private readonly ParallelOptions? _parallel;
    private readonly Action<int> _pass;

    /// <summary>Copies the parameters, inputs and targets; without a number of threads takes as many as pay.</summary>
    public Workspace(Network net, Matrix<double> X, Matrix<double> Y, int? threads)
    {
        _parameters = new(net.Parameters);
        var m = X.ColumnCount;
        var count = ShardCount(net, m);
        _costs = new double[count];
        _shards = [.. Enumerable.Range(0, count).Select(s => MakeShard(net, X, Y, Bound(s, count, m), Bound(s + 1, count, m)))];
        // Functions that are not ours may not be safe on several threads, and the runs of a sweep keep the cores busy already.
        var alone = Sweep.IsRunning || net.Hidden is CustomActivation || net.Output is CustomActivation;
        var max = Math.Min(threads ?? (alone ? 1 : Environment.ProcessorCount), count);
        _parallel = max > 1 ? new() { MaxDegreeOfParallelism = max } : null;
        _pass = Pass;
    }

    public Parameters Parameters => _parameters.ToParameters();

    /// <summary>The forward and backward pass over all examples; returns the cost.</summary>
    [MethodImpl(Jit.Hot)]
    public double Pass()
    {
        if (_parallel is not null)
        {
            ParallelLoop.Run(_shards.Length, _parallel, _pass);
        }
        else
        {
            for (var s = 0; s < _shards.Length; s++)
                Pass(s);
        }
        var cost = 0.0;
        foreach (var part in _costs)
            cost += part;
        return cost;
    }

    /// <summary>One step of gradient descent, after <see cref="Pass()"/>.</summary>
    [MethodImpl(Jit.Hot)]
    public void Update(double learningRate)
    {
        foreach (var shard in _shards)
            _parameters.Update(shard.Pass.Gradients, learningRate);
    }

    [MethodImpl(Jit.Hot)]
    private void Pass(int s)
    {
        var (pass, blocks) = _shards[s];
        var cost = 0.0;
        pass.Gradients.Clear();
        foreach (var (X, Y, weights) in blocks)
        {
            pass.Forward(_parameters, X);
            cost += pass.Cost(Y, weights);
            pass.Backward(_parameters, X, Y, weights);
        }
        _costs[s] = cost;
    }

    /// <summary>A power of two, so that they divide evenly among threads; by the sizes alone, so that every machine sums alike.</summary>
    internal static int ShardCount(Network net, int m)
    {
        var work = (double)m * (net.Nh * (2 * net.Nx + 3 * net.Ny + ActivationWork) + net.Ny * ActivationWork);
        var max = Math.Min(MaxShards, Math.Min(work / MinWork, m / MinExamples));
        return max < 2 ? 1 : 1 << (int)Math.Log2(max);
    }

    /// <summary>Where shard s begins: at a multiple of <see cref="PaddedRows.Multiple"/>, so that only the last has padding.</summary>
    private static int Bound(int s, int count, int m)
    {
        var groups = (m + PaddedRows.Multiple - 1) / PaddedRows.Multiple;
        return (int)Math.Min(m, (long)groups * s / count * PaddedRows.Multiple);
    }

    /// <summary>Examples of a block: as few blocks as stay in the processor's cache, all as wide as the others.</summary>
    internal static int BlockWidth(Network net, int examples)
    {
        var most = Math.Clamp(MaxBlockSize / (net.Nx + net.Nh + 3 * net.Ny), PaddedRows.Multiple, MaxBlockWidth);
        var blocks = Divided(examples, most / PaddedRows.Multiple * PaddedRows.Multiple);
        return Divided(Divided(examples, blocks), PaddedRows.Multiple) * PaddedRows.Multiple;
    }

    private static Shard MakeShard(Network net, Matrix<double> X, Matrix<double> Y, int from, int to)
    {
        var width = BlockWidth(net, to - from);
        return new(new(net, width, training: true), [.. Enumerable.Range(0, Divided(to - from, width)).Select(i =>
        {
            var (start, columns) = (from + i * width, Math.Min(width, to - from - i * width));
            return (PaddedRows.Of(X, start, columns, width, aligned: true), PaddedRows.Of(Y, start, columns, width, aligned: true),
                PaddedRows.ExampleWeights(columns, width, X.ColumnCount, aligned: true));
        })]);
    }

    private static int Divided(int a, int b) => (a + b - 1) / b;

    /// <summary>Some of the examples.</summary>
    private sealed record Shard(Backpropagation Pass, (PaddedRows X, PaddedRows Y, PaddedRows Weights)[] Blocks);
}

namespace ShallowNet;

/// <summary>Batch gradient descent: every epoch is one step with the gradients over all examples.</summary>
public sealed class Trainer
{
    /// <summary>α, the length of a step; above 0.</summary>
    public double LearningRate { get; init; } = 1.0;
    /// <summary>Steps to make, 0 or more.</summary>
    public int Epochs { get; init; } = 1000;
    /// <summary>The history keeps every k-th cost; 1 keeps all. The first and the last are always kept.</summary>
    public int RecordEvery { get; init; } = 1;
    /// <summary>The history keeps the parameters of every k-th epoch; 0 keeps none.</summary>
    public int SnapshotEvery { get; init; }
    /// <summary>Stops as soon as the cost is below this; null never.</summary>
    public double? StopBelow { get; init; }
    /// <summary>Stops when this many epochs brought no new lowest cost; null never.</summary>
    public int? Patience { get; init; }
    /// <summary>A new lowest cost counts for <see cref="Patience"/> if it is lower by more than this, 0 or more.</summary>
    public double MinImprovement { get; init; }
    /// <summary>Threads to use; null chooses what pays. The result is the same to the last bit for any number.</summary>
    public int? Threads { get; init; }

    /// <summary>How long a training goes on before it says how far it is; tests shorten it.</summary>
    internal TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Trains from the network's current parameters on; the network changes only when this returns.</summary>
    /// <param name="net">The network to train; by one thread at a time.</param>
    /// <param name="X">Inputs, nx × m, finite.</param>
    /// <param name="Y">Targets, ny × m; 0 or 1 for cross-entropy.</param>
    /// <param name="progress">Told at every recorded epoch. <see cref="Progress{T}"/> of .NET passes it on later and in any order; the
    /// overload with an Action tells at once and in order.</param>
    /// <param name="cancellation">Asked once an epoch.</param>
    /// <returns>The costs on the way.</returns>
    /// <exception cref="ArgumentException">A shape, a number or a setting is not allowed.</exception>
    /// <exception cref="InvalidOperationException">The network is being trained already.</exception>
    /// <exception cref="TrainingDivergedException">The cost became NaN or infinite.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public TrainingHistory Train(
        Network net, Matrix<double> X, Matrix<double> Y, IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(net);
        CheckSettings();
        Guard.Inputs(X, net.Nx);
        net.CheckTargets(Y, X.ColumnCount);
        net.CheckParameters();
        net.EnterTraining();
        try
        {
            return Descend(net, X, Y, progress, cancellation);
        }
        finally
        {
            net.LeaveTraining();
        }
    }

    /// <summary>Trains and tells an Action at every recorded epoch: at once, in order, on the calling thread.</summary>
    /// <inheritdoc cref="Train(Network, Matrix{double}, Matrix{double}, IProgress{TrainingProgress}?, CancellationToken)"/>
    public TrainingHistory Train(
        Network net, Matrix<double> X, Matrix<double> Y, Action<TrainingProgress> progress, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(progress);
        return Train(net, X, Y, new Told(progress), cancellation);
    }

    /// <summary>Trains on a data set.</summary>
    /// <inheritdoc cref="Train(Network, Matrix{double}, Matrix{double}, IProgress{TrainingProgress}?, CancellationToken)"/>
    public TrainingHistory Train(
        Network net, Dataset data, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Train(net, data.X, data.Y, progress, cancellation);
    }

    /// <summary>Trains on a data set and tells an Action at every recorded epoch: at once, in order, on the calling thread.</summary>
    /// <inheritdoc cref="Train(Network, Dataset, IProgress{TrainingProgress}?, CancellationToken)"/>
    public TrainingHistory Train(Network net, Dataset data, Action<TrainingProgress> progress, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Train(net, data.X, data.Y, progress, cancellation);
    }

    /// <summary>For example "gradient descent, rate 1.2, 1000 epochs".</summary>
    public override string ToString() => Invariant($"gradient descent, rate {LearningRate}, {Epochs} epochs");

    private TrainingHistory Descend(
        Network net, Matrix<double> X, Matrix<double> Y, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        using var stop = TrainingHost.Link(cancellation);
        var longRun = new LongRun(Silence);
        var work = new Workspace(net, X, Y, Threads);
        var record = new Recorder(this, work, progress);
        for (var epoch = 0; ; epoch++)
        {
            stop.Token.ThrowIfCancellationRequested();
            var cost = work.Pass();
            if (epoch > 0 && longRun.IsDue && !Sweep.IsRunning)
                longRun.Say(Invariant($"epoch {epoch:#,0} of {Epochs:#,0}, cost {cost:0.####}"), (double)epoch / Epochs);
            if (!double.IsFinite(cost))
                throw new TrainingDivergedException(epoch, cost, LearningRate, TrainingAdvice.DivergenceCause(net, X));
            if (record.Add(epoch, cost) is { } reason)
            {
                var (before, (first, last, updates)) = (net.EpochsTrained, record.Outcome);
                net.Parameters = work.Parameters;
                net.EpochsTrained = before + updates;
                return record.History(reason, TrainingAdvice.For(net, X, before, first, last, updates));
            }
            work.Update(LearningRate);
        }
    }

    private void CheckSettings()
    {
        Guard.LearningRate(LearningRate, nameof(LearningRate));
        NotBelow(0, Epochs, nameof(Epochs));
        NotBelow(1, RecordEvery, nameof(RecordEvery));
        NotBelow(0, SnapshotEvery, nameof(SnapshotEvery));
        NotBelow(1, Patience ?? 1, nameof(Patience));
        NotBelow(1, Threads ?? 1, nameof(Threads));
        NotBelow(0, MinImprovement, nameof(MinImprovement));
        NotBelow(double.NegativeInfinity, StopBelow ?? 0, nameof(StopBelow));
    }

    private static void NotBelow(double min, double value, string name) => Guard.Range(value >= min, name,
        $"{name} is {value}, expected {(double.IsFinite(min) ? Invariant($"{min} or more") : "a number")}.");

    private sealed class Told(Action<TrainingProgress> action) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => action(value);
    }
}

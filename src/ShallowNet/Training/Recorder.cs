namespace ShallowNet;

/// <summary>Keeps the costs and snapshots of a training and says when it ends. Its arrays are allocated once.</summary>
internal sealed class Recorder
{
    private readonly Trainer trainer;
    private readonly Workspace work;
    private readonly IProgress<TrainingProgress>? progress;
    private readonly List<int> epochs;
    private readonly List<double> costs;
    private readonly List<Snapshot> snapshots = [];
    private double best = double.PositiveInfinity;
    private int bestEpoch;

    public Recorder(Trainer trainer, Workspace work, IProgress<TrainingProgress>? progress)
    {
        (this.trainer, this.work, this.progress) = (trainer, work, progress);
        var count = trainer.Epochs / trainer.RecordEvery + 2;
        epochs = new(count);
        costs = new(count);
    }

    /// <summary>Notes the cost after <paramref name="epoch"/> updates; returns the reason if the training is over.</summary>
    public StopReason? Add(int epoch, double cost)
    {
        var reason = Reason(epoch, cost);
        if (reason is not null || epoch % trainer.RecordEvery == 0)
        {
            epochs.Add(epoch);
            costs.Add(cost);
            progress?.Report(new(epoch, trainer.Epochs, cost));
        }
        if (trainer.SnapshotEvery > 0 && (reason is not null || epoch % trainer.SnapshotEvery == 0))
        {
            snapshots.Add(new(epoch, cost, work.Parameters));
        }
        return reason;
    }

    public TrainingHistory History(StopReason reason, string? advice) => new(epochs, costs, snapshots, reason, advice);

    public (double First, double Last, int Epochs) Outcome => (costs[0], costs[^1], epochs[^1]);

    private StopReason? Reason(int epoch, double cost)
    {
        if (cost < best - trainer.MinImprovement)
        {
            (best, bestEpoch) = (cost, epoch);
        }
        return cost < trainer.StopBelow ? StopReason.StopBelow
            : epoch == trainer.Epochs ? StopReason.AllEpochs
            : epoch - bestEpoch >= trainer.Patience ? StopReason.Patience
            : null;
    }
}

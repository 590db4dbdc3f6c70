namespace ShallowNet;

/// <summary>Keeps the costs and snapshots of a training and says when it ends.</summary>
internal sealed class Recorder(Trainer trainer, Workspace work, IProgress<TrainingProgress>? progress)
{
    /// <summary>Epochs that room is made for at once: a training of 2 billion epochs may stop after 17.</summary>
    private const int MaxReserved = 1 << 16;

    private readonly List<int> _epochs = new(Reserved(trainer));
    private readonly List<double> _costs = new(Reserved(trainer));
    private readonly List<Snapshot> _snapshots = [];
    private double _best = double.PositiveInfinity;
    private int _bestEpoch;

    /// <summary>Notes the cost after <paramref name="epoch"/> updates; returns the reason if the training is over.</summary>
    public StopReason? Add(int epoch, double cost)
    {
        var reason = Reason(epoch, cost);
        if (reason is not null || epoch % trainer.RecordEvery == 0)
        {
            _epochs.Add(epoch);
            _costs.Add(cost);
            progress?.Report(new(epoch, trainer.Epochs, cost));
        }
        if (trainer.SnapshotEvery > 0 && (reason is not null || epoch % trainer.SnapshotEvery == 0))
            _snapshots.Add(new(epoch, cost, work.Parameters));
        return reason;
    }

    public TrainingHistory History(StopReason reason, string? advice) => new(_epochs, _costs, _snapshots, reason, advice);

    public (double First, double Last, int Epochs) Outcome => (_costs[0], _costs[^1], _epochs[^1]);

    private static int Reserved(Trainer trainer) => Math.Min(trainer.Epochs / trainer.RecordEvery, MaxReserved) + 2;

    private StopReason? Reason(int epoch, double cost)
    {
        if (cost < _best - trainer.MinImprovement)
            (_best, _bestEpoch) = (cost, epoch);
        return cost < trainer.StopBelow ? StopReason.StopBelow
            : epoch == trainer.Epochs ? StopReason.AllEpochs
            : epoch - _bestEpoch >= trainer.Patience ? StopReason.Patience
            : null;
    }
}

namespace ShallowNet;

/// <summary>Keeps the costs and snapshots of a training and says when it ends.</summary>
internal sealed class Recorder
{
    /// <summary>Epochs that room is made for at once: a training of 2 billion epochs may stop after 17.</summary>
    private const int MaxReserved = 1 << 16;

    private readonly Trainer _trainer;
    private readonly Workspace _work;
    private readonly IProgress<TrainingProgress>? _progress;
    private readonly List<int> _epochs;
    private readonly List<double> _costs;
    private readonly List<Snapshot> _snapshots = [];
    private double _best = double.PositiveInfinity;
    private int _bestEpoch;

    public Recorder(Trainer trainer, Workspace work, IProgress<TrainingProgress>? progress)
    {
        (_trainer, _work, _progress) = (trainer, work, progress);
        var count = Math.Min(trainer.Epochs / trainer.RecordEvery, MaxReserved) + 2;
        (_epochs, _costs) = (new(count), new(count));
    }

    /// <summary>Notes the cost after <paramref name="epoch"/> updates; returns the reason if the training is over.</summary>
    public StopReason? Add(int epoch, double cost)
    {
        var reason = Reason(epoch, cost);
        if (reason is not null || epoch % _trainer.RecordEvery == 0)
        {
            _epochs.Add(epoch);
            _costs.Add(cost);
            _progress?.Report(new(epoch, _trainer.Epochs, cost));
        }
        if (_trainer.SnapshotEvery > 0 && (reason is not null || epoch % _trainer.SnapshotEvery == 0))
            _snapshots.Add(new(epoch, cost, _work.Parameters));
        return reason;
    }

    public TrainingHistory History(StopReason reason, string? advice) => new(_epochs, _costs, _snapshots, reason, advice);

    public (double First, double Last, int Epochs) Outcome => (_costs[0], _costs[^1], _epochs[^1]);

    private StopReason? Reason(int epoch, double cost)
    {
        if (cost < _best - _trainer.MinImprovement)
            (_best, _bestEpoch) = (cost, epoch);
        return cost < _trainer.StopBelow ? StopReason.StopBelow
            : epoch == _trainer.Epochs ? StopReason.AllEpochs
            : epoch - _bestEpoch >= _trainer.Patience ? StopReason.Patience
            : null;
    }
}

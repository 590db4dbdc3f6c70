namespace ShallowNet;

/// <summary>What a training left: the cost by epoch. Costs[i] is the cost after Epochs[i] updates.</summary>
public sealed class TrainingHistory(
    IReadOnlyList<int> epochs, IReadOnlyList<double> costs, IReadOnlyList<Snapshot> snapshots, StopReason stopReason, string? advice = null)
{
    /// <summary>Updates made: 0 first, the last epoch last.</summary>
    public IReadOnlyList<int> Epochs { get; } = epochs;
    /// <summary>The cost after each of <see cref="Epochs"/> updates.</summary>
    public IReadOnlyList<double> Costs { get; } = costs;
    /// <summary>The parameters on the way, first and last included; empty unless <see cref="Trainer.SnapshotEvery"/> is set.</summary>
    public IReadOnlyList<Snapshot> Snapshots { get; } = snapshots;
    /// <summary>Why the training ended.</summary>
    public StopReason StopReason { get; } = stopReason;
    /// <summary>What to do where the training looks wrong, for example a cost that rose; null where it looks right.</summary>
    public string? Advice { get; } = advice;

    /// <summary>The cost after all updates.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Nothing was recorded.</exception>
    public double FinalCost => Costs[^1];

    /// <summary>How many updates were made.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Nothing was recorded.</exception>
    public int LastEpoch => Epochs[^1];

    /// <summary>The first recorded epoch whose cost is below <paramref name="cost"/>, or null.</summary>
    public int? FirstEpochBelow(double cost) =>
        Epochs.Zip(Costs).Where(at => at.Second < cost).Select(at => (int?)at.First).FirstOrDefault();

    /// <summary>The cost after <paramref name="epoch"/> updates.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The epoch was not recorded.</exception>
    public double CostAt(int epoch)
    {
        var i = Epochs.TakeWhile(recorded => recorded != epoch).Count();
        Guard.Range(i < Epochs.Count, nameof(epoch), $"epoch is {epoch}, which was not recorded; recorded are {Epochs.Count} epochs"
            + $"{(Epochs.Count > 0 ? Invariant($" from 0 to {LastEpoch}: set RecordEvery.") : ".")}");
        return Costs[i];
    }

    /// <summary>For example "1000 epochs, cost 0.6930 → 0.2881", and the <see cref="Advice"/> if there is any.</summary>
    public override string ToString() => Epochs.Count == 0
        ? "no epochs recorded"
        : Invariant($"{LastEpoch} epochs, cost {Written(Costs[0])} → {Written(FinalCost)}{(Advice is null ? "" : "; " + Advice)}");

    private static string Written(double cost) => cost < 1e6 ? Invariant($"{cost:0.0000}") : Invariant($"{cost:0.00e0}");
}

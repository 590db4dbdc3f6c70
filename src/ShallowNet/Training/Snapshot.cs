namespace ShallowNet;

/// <summary>The network as it was after <paramref name="Epoch"/> updates, and the cost with these parameters.</summary>
public sealed record Snapshot(int Epoch, double Cost, Parameters Parameters)
{
    /// <summary>For example "epoch 100, cost 0.2881".</summary>
    public override string ToString() => Invariant($"epoch {Epoch}, cost {Cost:0.0000}");
}

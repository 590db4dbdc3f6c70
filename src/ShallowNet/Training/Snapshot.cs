namespace ShallowNet;

/// <summary>The network as it was after <paramref name="Epoch"/> updates.</summary>
/// <param name="Epoch">Updates made.</param>
/// <param name="Cost">The cost with these parameters.</param>
/// <param name="Parameters">The parameters.</param>
public sealed record Snapshot(int Epoch, double Cost, Parameters Parameters)
{
    /// <summary>For example "epoch 100, cost 0.2881".</summary>
    public override string ToString() => Invariant($"epoch {Epoch}, cost {Cost:0.0000}");
}

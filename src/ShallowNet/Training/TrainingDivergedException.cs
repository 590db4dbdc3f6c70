namespace ShallowNet;

/// <summary>The cost became NaN or infinite. The network keeps the parameters it had before the training. The cause is a known one, such as
/// "the activation root gives NaN at z = -1", or null for what is usual.</summary>
public sealed class TrainingDivergedException(int epoch, double cost, double learningRate, string? cause = null)
    : InvalidOperationException(epoch == 0
        ? Invariant($"The cost is {cost} before the first step: {cause ?? "the weights or the inputs are too large"}. ")
            + (cause is null ? "Start from smaller weights (Initializer), and standardize the inputs (Standardizer)." : "")
        : Invariant($"The cost is {cost} after {epoch} epochs at learning rate {learningRate}: {cause ?? "the steps are too long"}. ")
            + Invariant($"Try a learning rate of {learningRate / 10}, and ")
            + "standardize the inputs (Standardizer) if their scales are large.")
{
    /// <summary>Updates made when the cost was seen.</summary>
    public int Epoch { get; } = epoch;
    /// <summary>The cost, NaN or infinite.</summary>
    public double Cost { get; } = cost;
}

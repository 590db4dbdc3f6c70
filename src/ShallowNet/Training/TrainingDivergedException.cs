namespace ShallowNet;

/// <summary>The cost became NaN or infinite. The network keeps the parameters it had before the training.</summary>
public sealed class TrainingDivergedException : InvalidOperationException
{
    /// <summary>The cause is known, such as "the activation root gives NaN at z = -1", or null for what is usual.</summary>
    public TrainingDivergedException(int epoch, double cost, double learningRate, string? cause = null)
        : base(epoch == 0
            ? Invariant($"The cost is {cost} before the first step: {cause ?? "the weights or the inputs are too large"}. ") +
                (cause is null ? "Start from smaller weights (Initializer), and standardize the inputs (Standardizer)." : "")
            : Invariant($"The cost is {cost} after {epoch} epochs at learning rate {learningRate}: {cause ?? "the steps are too long"}. ") +
                Invariant($"Try a learning rate of {learningRate / 10}, and ")
                    + "standardize the inputs (Standardizer) if their scales are large.") => (Epoch, Cost) = (epoch, cost);

    /// <summary>Updates made when the cost was seen.</summary>
    public int Epoch { get; }
    /// <summary>The cost, NaN or infinite.</summary>
    public double Cost { get; }
}

namespace ShallowNet;

/// <summary>Why a training ended.</summary>
public enum StopReason
{
    /// <summary>All epochs were run.</summary>
    AllEpochs,
    /// <summary>The cost fell below <see cref="Trainer.StopBelow"/>.</summary>
    StopBelow,
    /// <summary>No improvement for <see cref="Trainer.Patience"/> epochs.</summary>
    Patience,
}

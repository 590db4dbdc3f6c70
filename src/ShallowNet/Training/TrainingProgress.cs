namespace ShallowNet;

/// <summary>How far a training is; reported at every recorded epoch.</summary>
/// <param name="Epoch">Updates made.</param>
/// <param name="Epochs">Updates asked for.</param>
/// <param name="Cost">The cost after these updates.</param>
public readonly record struct TrainingProgress(int Epoch, int Epochs, double Cost);

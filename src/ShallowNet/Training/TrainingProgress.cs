namespace ShallowNet;

/// <summary>How far a training is, at every recorded epoch: updates made, updates asked for, and the cost so far.</summary>
public readonly record struct TrainingProgress(int Epoch, int Epochs, double Cost);

namespace ShallowNet.Player.Kernels;

/// <summary>A kernel could not be started.</summary>
internal sealed class KernelStartException(string message, Exception? inner = null) : Exception(message, inner);

namespace ShallowNet.Player.Kernels;

internal sealed class KernelStartException(string message, Exception? inner = null) : Exception(message, inner);

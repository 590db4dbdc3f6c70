namespace ShallowNet.Player.Kernels;

/// <summary>Starts kernels: the one border between playing notebooks and what runs their cells.</summary>
internal interface INotebookEngine
{
    /// <summary>Memory that one notebook may use where nothing else is said, in bytes.</summary>
    const long DefaultMemoryLimit = 4L << 30;

    /// <summary>Starts a fresh kernel for one notebook, whose folder is the working directory of the cells.</summary>
    /// <exception cref="KernelStartException">The kernel did not start; the message says why and what to do.</exception>
    Task<INotebookKernel> StartAsync(string folder, CancellationToken cancellation);
}

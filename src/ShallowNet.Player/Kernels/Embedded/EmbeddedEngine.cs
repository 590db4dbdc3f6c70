namespace ShallowNet.Player.Kernels.Embedded;

/// <summary>Runs cells with Roslyn in a process of their own: nothing has to be installed.</summary>
/// <param name="memoryLimit">Memory one notebook may use, in bytes.</param>
internal sealed class EmbeddedEngine(long memoryLimit) : INotebookEngine
{
    public Task<INotebookKernel> StartAsync(string folder, CancellationToken cancellation) =>
        new EmbeddedKernel(folder, memoryLimit).StartedAsync(cancellation);
}

namespace ShallowNet.Player.Kernels.DotNetInteractive;

/// <summary>Runs cells on an installed .NET Interactive, the kernel behind VS Code's Polyglot Notebooks.</summary>
internal sealed class InteractiveEngine(InteractiveTool tool, long memoryLimit = INotebookEngine.DefaultMemoryLimit) : INotebookEngine
{
    public Task<INotebookKernel> StartAsync(string folder, CancellationToken cancellation) =>
        new InteractiveKernel(tool, folder, memoryLimit).StartedAsync(cancellation);
}

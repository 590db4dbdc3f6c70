namespace ShallowNet.Player.Kernels.DotNetInteractive;

/// <summary>Runs cells on an installed .NET Interactive, the kernel behind VS Code's Polyglot Notebooks.</summary>
/// <param name="tool">The installed tool.</param>
/// <param name="memoryLimit">Memory that the objects of one notebook may take, in bytes.</param>
internal sealed class InteractiveEngine(InteractiveTool tool, long memoryLimit = INotebookEngine.DefaultMemoryLimit) : INotebookEngine
{
    public string Name => ".NET Interactive";

    public async Task<INotebookKernel> StartAsync(string folder, CancellationToken cancellation) =>
        await InteractiveKernel.StartAsync(tool, folder, memoryLimit, cancellation);
}

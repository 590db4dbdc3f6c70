namespace ShallowNet.Player.Kernels.Embedded;

/// <summary>Runs cells with Roslyn in a process of their own: nothing has to be installed.</summary>
internal sealed class EmbeddedEngine(long memoryLimit) : INotebookEngine
{
    public Task<INotebookKernel> StartAsync(string folder, CancellationToken cancellation)
    {
        // Short, because the path of a socket may have about 100 characters.
        var name = $"shallownet-{Guid.NewGuid():N}"[..23];
        var pipe = OperatingSystem.IsWindows() ? name : Path.Combine(Path.GetTempPath(), name);
        return new EmbeddedKernel(folder, memoryLimit, pipe).StartedAsync(cancellation);
    }
}

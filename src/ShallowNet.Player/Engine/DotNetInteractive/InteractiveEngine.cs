namespace ShallowNet.Player.Engine.DotNetInteractive;

/// <summary>Runs cells on an installed .NET Interactive, the kernel behind VS Code's Polyglot Notebooks.</summary>
internal sealed class InteractiveEngine(InteractiveTool tool) : INotebookEngine
{
    public string Name => ".NET Interactive";

    public async Task<INotebookKernel> StartAsync(string folder, CancellationToken cancellation) =>
        await InteractiveKernel.StartAsync(tool, folder, cancellation);
}

using ShallowNet.Player.Kernels.DotNetInteractive;
using ShallowNet.Player.Kernels.Embedded;

namespace ShallowNet.Player.CommandLine;

/// <summary>Turns what the user gave for --kernel into the engine meant by it.</summary>
internal static class KernelChoice
{
    public const string Embedded = "embedded", Interactive = InteractiveTool.Command;

    /// <summary>The engine of that name, for notebooks that may use this many bytes of memory.</summary>
    /// <exception cref="KernelStartException">No engine has that name, or it is not installed; the message says what to do.</exception>
    public static INotebookEngine Engine(string kernel, long memoryLimit = INotebookEngine.DefaultMemoryLimit) =>
        kernel.Split('=', 2) switch
        {
            [Embedded] => new EmbeddedEngine(memoryLimit),
            [Interactive] => new InteractiveEngine(InteractiveTool.Find(null), memoryLimit),
            [Interactive, { Length: > 0 } path] => new InteractiveEngine(InteractiveTool.Find(path), memoryLimit),
            _ => throw new KernelStartException(
                $"--kernel \"{kernel}\" is not known. Give {Embedded}, {Interactive} or {Interactive}=path."),
        };
}

namespace ShallowNet.Player.Kernels.DotNetInteractive;

/// <summary>A command: its name and what it needs.</summary>
internal sealed record InteractiveCommand(string Token, string CommandType, InteractiveCommand.Content? Command)
{
    /// <summary>What commands carry.</summary>
    internal sealed record Content(string? Code, string? TargetKernelName);
}

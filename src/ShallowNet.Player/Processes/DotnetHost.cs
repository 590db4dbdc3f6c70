namespace ShallowNet.Player.Processes;

internal static class DotnetHost
{
    private static readonly string Beside = System.IO.Path.GetFullPath(System.IO.Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    /// <summary>Full path of the dotnet that runs this process, or just "dotnet" to be looked up on PATH.</summary>
    public static string Path { get; } = File.Exists(Beside) ? Beside : "dotnet";
}

namespace ShallowNet.Player.Processes;

/// <summary>Finds the dotnet program that runs this process.</summary>
internal static class DotnetHost
{
    private static readonly string Beside = System.IO.Path.GetFullPath(System.IO.Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    /// <summary>Full path of dotnet, or just "dotnet" to be looked up on PATH.</summary>
    public static string Path { get; } = File.Exists(Beside) ? Beside : "dotnet";
}

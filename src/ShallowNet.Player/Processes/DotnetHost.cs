namespace ShallowNet.Player.Processes;

/// <summary>Finds the dotnet program that runs this process.</summary>
internal static class DotnetHost
{
    /// <summary>Full path of dotnet, or just "dotnet" to be looked up on PATH.</summary>
    public static string Path { get; } = Find();

    private static string Find()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        if (Environment.ProcessPath is { } self && System.IO.Path.GetFileName(self) == name)
            return self;
        var root = System.IO.Path.GetFullPath(System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var beside = System.IO.Path.Combine(root, name);
        return File.Exists(beside) ? beside : "dotnet";
    }
}

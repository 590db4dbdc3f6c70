namespace ShallowNet.Player.Tests.Course;

/// <summary>
/// The same notebooks on Verso: on PATH as "verso", or named by the environment variable SHALLOWNET_VERSO. Skipped where there is none.
/// </summary>
public sealed class VersoTests
{
    private const string Variable = "SHALLOWNET_VERSO";

    public static TheoryData<string> Notebooks => [.. CourseFile.All];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task Notebook_RunByVerso_HasNoFailedCell(string notebook)
    {
        var verso = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : OnPath();
        Assert.SkipWhen(verso is null, $"verso is not on PATH and {Variable} does not name it.");
        var path = CourseFile.FullPath(notebook);
        var start = new ProcessStartInfo(verso, ["run", Path.GetFileName(path), "--fail-fast"])
        {
            WorkingDirectory = Path.GetDirectoryName(path),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var complained = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, await said + await complained);
    }

    private static string? OnPath() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "verso.exe" : "verso"))
        .FirstOrDefault(File.Exists);
}

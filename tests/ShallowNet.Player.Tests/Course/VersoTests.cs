namespace ShallowNet.Player.Tests.Course;

/// <summary>
/// The same notebooks on Verso: on PATH as "verso", or named by the environment variable SHALLOWNET_VERSO. Skipped where there is none.
/// </summary>
public sealed class VersoTests
{
    public static TheoryData<string> Notebooks => [.. CourseFile.All];

    [Theory, MemberData(nameof(Notebooks))]
    public async Task Notebook_RunByVerso_HasNoFailedCell(string notebook)
    {
        var verso = Environment.GetEnvironmentVariable("SHALLOWNET_VERSO") is { Length: > 0 } named ? named : OnPath();
        Assert.SkipWhen(verso is null, "verso is not on PATH and SHALLOWNET_VERSO does not name it.");
        var path = CourseFile.FullPath(notebook);
        using var process = Process.Start(new ProcessStartInfo(verso, ["run", Path.GetFileName(path), "--fail-fast"])
        {
            WorkingDirectory = Path.GetDirectoryName(path),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var complained = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, said + await complained);
    }

    private static string? OnPath() => Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "verso.exe" : "verso")).FirstOrDefault(File.Exists);
}

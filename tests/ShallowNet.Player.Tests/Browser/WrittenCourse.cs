using ShallowNet.Player.Tests.Browser;

[assembly: AssemblyFixture(typeof(WrittenCourse))]

namespace ShallowNet.Player.Tests.Browser;

/// <summary>
/// The real course as pages, played once a test run by the player's own command line, for the first test that asks.
/// SHALLOWNET_PLAYED_COURSE may name a folder with a course that was played already.
/// </summary>
public sealed class WrittenCourse : IDisposable
{
    public const string Variable = "SHALLOWNET_PLAYED_COURSE";

    private readonly Lazy<Task<string>> _played;
    private string? _temporary;

    public WrittenCourse() => _played = new(PlayAsync);

    /// <summary>Pages that the course must have, in the order of the book; the cover first.</summary>
    public static IReadOnlyList<string> Pages { get; } =
    [
        "index.html",
        .. Directory.EnumerateFiles(Repository.Notebooks, "*.ipynb", SearchOption.AllDirectories)
            .Select(path => Path.ChangeExtension(Path.GetRelativePath(Repository.Notebooks, path).Replace('\\', '/'), ".html"))
            .OrderBy(page => page.Count(c => c == '/')).ThenBy(page => page, StringComparer.Ordinal),
    ];

    /// <summary>Folder of the pages.</summary>
    public async Task<string> FolderAsync()
    {
        Assert.SkipUnless(
            File.Exists(Path.Combine(Repository.Root, "artifacts", "bin", "ShallowNet.Notebooks", "release", "ShallowNet.Notebooks.dll")),
            "The notebooks load the release build: dotnet build -c Release.");
        return await _played.Value;
    }

    public void Dispose()
    {
        if (_temporary is not null)
            Directory.Delete(_temporary, recursive: true);
    }

    private async Task<string> PlayAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder)
            return Path.GetFullPath(folder, Repository.Root);
        _temporary = Directory.CreateTempSubdirectory("shallownet-course-").FullName;
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        foreach (var argument in (string[])["exec", Path.Combine(AppContext.BaseDirectory, "ShallowNet.Player.dll"), "--out", _temporary])
            start.ArgumentList.Add(argument);
        using var player = Process.Start(start)!;
        var said = player.StandardOutput.ReadToEndAsync();
        var complained = player.StandardError.ReadToEndAsync();
        await player.WaitForExitAsync();
        Assert.True(player.ExitCode == 0, $"The course was not played: exit code {player.ExitCode}\n{await said}\n{await complained}");
        return _temporary;
    }
}

using ShallowNet.Player.Tests.Browser;
using ShallowNet.Player.Tests.CommandLine;

[assembly: AssemblyFixture(typeof(WrittenCourse))]

namespace ShallowNet.Player.Tests.Browser;

/// <summary>
/// The real course as pages, played once a test run by the player's own command line, for the first test that asks.
/// SHALLOWNET_PLAYED_COURSE may name a folder with a course that was played already.
/// </summary>
public sealed class WrittenCourse : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Lazy<Task<string>> _played;

    public WrittenCourse() => _played = new(PlayAsync);

    /// <summary>Pages that the course must have, in the order of the book; the cover first.</summary>
    public static IReadOnlyList<string> Pages { get; } =
        ["index.html", .. CourseFolder.Notebooks(Repository.Root).Select(file => Path.ChangeExtension(file.RelativePath, ".html"))];

    public async Task<string> FolderAsync()
    {
        Assert.SkipUnless(
            File.Exists(Path.Combine(Repository.Root, "artifacts", "bin", "ShallowNet.Notebooks", "release", "ShallowNet.Notebooks.dll")),
            "The notebooks load the release build: dotnet build -c Release.");
        return await _played.Value;
    }

    public void Dispose() => _folder.Dispose();

    private async Task<string> PlayAsync()
    {
        if (Environment.GetEnvironmentVariable("SHALLOWNET_PLAYED_COURSE") is { Length: > 0 } folder)
            return Path.GetFullPath(folder, Repository.Root);
        var played = await PlayerRun.ToItsEndAsync(Repository.Root, ["--out", _folder.Path]);
        Assert.True(played.ExitCode == 0, $"The course was not played: exit code {played}");
        return _folder.Path;
    }
}

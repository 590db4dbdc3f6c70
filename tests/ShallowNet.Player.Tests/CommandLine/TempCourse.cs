namespace ShallowNet.Player.Tests.CommandLine;

/// <summary>A small course in a folder of its own, as the player finds it.</summary>
internal sealed class TempCourse : IDisposable
{
    private readonly TempFolder _folder = new();

    /// <param name="within">Folder of the course within the trial's folder.</param>
    public TempCourse(string within = "")
    {
        Root = Path.Combine(_folder.Path, within);
        _folder.Write(Path.Combine(Root, "ShallowNet.sln"), "");
        Directory.CreateDirectory(Path.Combine(Root, "notebooks"));
    }

    public string Root { get; }
    public string Output => Path.Combine(Root, "artifacts", "course");

    public TempCourse With(string name, params string[] cells) => WithText(name, NotebookJson.Of(cells));

    public TempCourse WithText(string name, string text)
    {
        _folder.Write(Path.Combine(Root, "notebooks", name), text);
        return this;
    }

    /// <summary>Runs the player to its end, which must come with this exit code, and without a complaint where that is 0.</summary>
    public async Task<PlayerRun.Ended> PlayAsync(int exitCode, params string[] args)
    {
        var ended = await PlayerRun.ToItsEndAsync(Root, args);
        Assert.Equal((exitCode, exitCode == 0 ? "" : ended.Errors), (ended.ExitCode, ended.Errors));
        return ended;
    }

    public bool Has(string name) => File.Exists(Path.Combine(Output, name));

    public string Written(string name) => File.ReadAllText(Path.Combine(Output, name));

    public void Dispose() => _folder.Dispose();
}

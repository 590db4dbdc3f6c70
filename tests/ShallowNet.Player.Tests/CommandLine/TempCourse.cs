namespace ShallowNet.Player.Tests.CommandLine;

/// <summary>A small course in a folder of its own, as the player finds it.</summary>
internal sealed class TempCourse : IDisposable
{
    private readonly TempFolder _folder = new();

    /// <param name="within">Folder of the course within the trial's folder.</param>
    public TempCourse(string within = "")
    {
        Root = Path.Combine(_folder.Path, within);
        Directory.CreateDirectory(Root);
        File.WriteAllText(Path.Combine(Root, "ShallowNet.sln"), "");
        Directory.CreateDirectory(Path.Combine(Root, "notebooks"));
    }

    public string Root { get; }

    public string Output => Path.Combine(Root, "artifacts", "course");

    public TempCourse With(string name, params string[] cells)
    {
        _folder.Notebook(Path.Combine(Root, "notebooks", name), cells);
        return this;
    }

    public TempCourse WithText(string name, string text)
    {
        _folder.Write(Path.Combine(Root, "notebooks", name), text);
        return this;
    }

    public string Written(string name) => File.ReadAllText(Path.Combine(Output, name));

    public void Dispose() => _folder.Dispose();
}

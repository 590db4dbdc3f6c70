namespace ShallowNet.Player.Tests.Terminal;

/// <summary>A small course in a folder of its own, as the player finds it.</summary>
internal sealed class TrialCourse : IDisposable
{
    private readonly TrialFolder _folder = new();

    public TrialCourse()
    {
        _folder.Write("ShallowNet.sln", "");
        Directory.CreateDirectory(Path.Combine(Root, "notebooks"));
    }

    public string Root => _folder.Path;

    public string Output => Path.Combine(Root, "artifacts", "course");

    public TrialCourse With(string name, params string[] cells)
    {
        _folder.Notebook("notebooks/" + name, cells);
        return this;
    }

    public TrialCourse WithText(string name, string text)
    {
        _folder.Write("notebooks/" + name, text);
        return this;
    }

    public string Written(string name) => File.ReadAllText(Path.Combine(Output, name));

    public void Dispose() => _folder.Dispose();
}

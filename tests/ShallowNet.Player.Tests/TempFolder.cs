namespace ShallowNet.Player.Tests;

/// <summary>A folder for one test, deleted after it.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("shallownet-trial-").FullName;

    public string Write(string name, string content)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content, new UTF8Encoding(false));
        return path;
    }

    public string Read(string name) => File.ReadAllText(System.IO.Path.Combine(Path, name));

    /// <summary>Writes a notebook of these cells.</summary>
    public string Notebook(string name, params string[] cells) => Write(name, NotebookJson.Of(cells));

    /// <summary>Makes a named pipe, which nobody ever writes to.</summary>
    public static async Task PipeAsync(string path)
    {
        using var mkfifo = Process.Start("mkfifo", [path]);
        await mkfifo.WaitForExitAsync();
    }

    public void Dispose()
    {
        // A test may have deleted it: that was its point.
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}

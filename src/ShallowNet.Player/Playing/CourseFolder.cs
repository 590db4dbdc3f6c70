namespace ShallowNet.Player.Playing;

/// <summary>Finds the course: the folder that has notebooks/ and ShallowNet.sln in it.</summary>
internal static class CourseFolder
{
    /// <summary>Full path of the folder, looked for upwards from the working directory, then from this program.</summary>
    public static string? Find() => FindAbove(Environment.CurrentDirectory) ?? FindAbove(AppContext.BaseDirectory);

    /// <summary>The notebooks of a course in the order of the book: chapters by name, then what lies in folders.</summary>
    public static IReadOnlyList<NotebookFile> Notebooks(string root)
    {
        var folder = Path.Combine(root, "notebooks");
        return !Directory.Exists(folder) ? [] : [.. NotebookFiles(folder, SearchOption.AllDirectories)
            .Select(path => new NotebookFile(path, Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .OrderBy(file => file.RelativePath.Count(c => c == '/')).ThenBy(file => file.RelativePath, StringComparer.Ordinal)];
    }

    /// <summary>Full paths of the notebooks in a folder, by name; what is hidden, such as .ipynb_checkpoints, is left out.</summary>
    public static IEnumerable<string> NotebookFiles(string folder, SearchOption search) =>
        Directory.EnumerateFiles(folder, "*.ipynb", search)
            .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(part => part.StartsWith('.')))
            .Order(StringComparer.Ordinal);

    private static string? FindAbove(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, "ShallowNet.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder;
    }
}

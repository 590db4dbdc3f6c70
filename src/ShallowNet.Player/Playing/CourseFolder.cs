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
        if (!Directory.Exists(folder))
            return [];
        return [.. Directory.EnumerateFiles(folder, "*.ipynb", SearchOption.AllDirectories)
            .Select(path => new NotebookFile(path, Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .Where(file => !file.RelativePath.Split('/').Any(part => part.StartsWith('.')))
            .OrderBy(file => file.RelativePath.Count(c => c == '/')).ThenBy(file => file.RelativePath, StringComparer.Ordinal)];
    }

    private static string? FindAbove(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ShallowNet.sln")))
                return folder.FullName;
        }
        return null;
    }
}

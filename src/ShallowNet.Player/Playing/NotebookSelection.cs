namespace ShallowNet.Player.Playing;

/// <summary>Finds the notebooks that the words of a command line mean.</summary>
internal static class NotebookSelection
{
    /// <summary>The notebooks in the order of the words, each once; without words the whole course. A word is a file, a folder, a glob with
    /// *, ? and **, or how the name of one of the course's notebooks begins ("05"). Relative paths start from the folder.</summary>
    /// <exception cref="CannotPlayException">A word means no notebook, or two notebooks would be written to the same file.</exception>
    public static IReadOnlyList<NotebookFile> Find(IReadOnlyList<string> words, IReadOnlyList<NotebookFile> course, string folder)
    {
        if (words.Count == 0)
            return course;
        var chosen = words.SelectMany(word => Find(word, course, folder)).DistinctBy(file => file.SourcePath).ToArray();
        var clash = chosen.GroupBy(file => file.RelativePath, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        return clash is null ? chosen : throw new CannotPlayException(
            $"{string.Join(" and ", clash.Select(f => f.SourcePath))} would both be written as {clash.Key}: play them one by one, "
                + "with different --out folders.");
    }

    private static NotebookFile[] Find(string word, IReadOnlyList<NotebookFile> course, string folder)
    {
        var path = Path.GetFullPath(word, folder);
        if (File.Exists(path))
            return [Named(path)];
        if (Directory.Exists(path))
        {
            return Some(CourseFolder.NotebookFiles(path, SearchOption.TopDirectoryOnly).Select(Named),
                $"The folder {path} has no notebooks (*.ipynb) in it.");
        }
        if (path.AsSpan().IndexOfAny('*', '?') is >= 0 and var wild)
            return Some(Matching(path, wild).Select(Named), $"No notebook matches \"{word}\" in {folder}.");
        return Some(course.Where(file => file.RelativePath.StartsWith(word, StringComparison.OrdinalIgnoreCase)),
            $"There is no notebook \"{word}\": neither a file {path} nor one of the course that begins so. --list shows the course's "
                + "notebooks.");

        NotebookFile Named(string path) =>
            course.FirstOrDefault(file => file.SourcePath == path) ?? new NotebookFile(path, Path.GetFileName(path));
        static NotebookFile[] Some(IEnumerable<NotebookFile> found, string none) =>
            found.ToArray() is { Length: > 0 } files ? files : throw new CannotPlayException(none);
    }

    private static IEnumerable<string> Matching(string glob, int wild)
    {
        var pattern = Regex.Escape(glob.Replace('\\', '/'))
            .Replace("\\*\\*/", "(.*/)?").Replace("\\*\\*", ".*").Replace("\\*", "[^/]*").Replace("\\?", "[^/]");
        var root = Path.GetDirectoryName(glob[..wild] + "x")!;
        return Directory.Exists(root)
            ? CourseFolder.NotebookFiles(root, SearchOption.AllDirectories).Where(
                file => Regex.IsMatch(file.Replace('\\', '/'), $"^{pattern}$", RegexOptions.CultureInvariant))
            : [];
    }
}

namespace ShallowNet.Player.Playing;

/// <summary>Finds the notebooks that the words of a command line mean.</summary>
internal static class NotebookSelection
{
    /// <summary>
    /// The notebooks in the order of the words, each once. A word is a file, a folder (all notebooks in it), a glob with *, ? and **, or
    /// how the name of one of the course's notebooks begins ("05").
    /// </summary>
    /// <param name="words">The words; none means the whole course.</param>
    /// <param name="course">The notebooks of the course.</param>
    /// <param name="folder">Folder that relative paths start from.</param>
    /// <exception cref="ArgumentException">A word means no notebook, or two notebooks would be written to the same file.</exception>
    public static IReadOnlyList<NotebookFile> Find(IReadOnlyList<string> words, IReadOnlyList<NotebookFile> course, string folder)
    {
        if (words.Count == 0)
            return course;
        var chosen = words.SelectMany(word => Find(word, course, folder)).DistinctBy(file => file.SourcePath).ToList();
        var clash = chosen.GroupBy(file => file.RelativePath, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        if (clash is not null)
        {
            throw new ArgumentException(
                $"{string.Join(" and ", clash.Select(f => f.SourcePath))} would both be written as {clash.Key}: play them one by one, "
                    + "with different --out folders.");
        }
        return chosen;
    }

    private static IReadOnlyList<NotebookFile> Find(string word, IReadOnlyList<NotebookFile> course, string folder)
    {
        var path = Path.GetFullPath(word, folder);
        if (File.Exists(path))
            return [Named(path, course)];
        if (Directory.Exists(path))
            return NotEmpty([.. Files(path, recursive: false)], $"The folder {path} has no notebooks (*.ipynb) in it.");
        if (word.AsSpan().IndexOfAny('*', '?') >= 0)
        {
            var start = path[..path.AsSpan().IndexOfAny('*', '?')];
            var root = Path.GetDirectoryName(start + "x")!;
            var glob = Glob(path);
            var found = Directory.Exists(root) ? Files(root, recursive: true).Where(file => glob.IsMatch(file.Replace('\\', '/'))) : [];
            return NotEmpty([.. found], $"No notebook matches \"{word}\" in {folder}.");
        }
        NotebookFile[] begins = [.. course.Where(file => file.RelativePath.StartsWith(word, StringComparison.OrdinalIgnoreCase))];
        if (begins.Length == 0)
        {
            throw new ArgumentException(
                $"There is no notebook \"{word}\": neither a file {path} nor one of the course that begins so. --list shows the course's "
                    + "notebooks.");
        }
        return begins;

        IReadOnlyList<NotebookFile> NotEmpty(string[] files, string message) =>
            files.Length > 0 ? [.. files.Select(file => Named(file, course))] : throw new ArgumentException(message);
    }

    private static IEnumerable<string> Files(string folder, bool recursive) =>
        Directory.EnumerateFiles(folder, "*.ipynb", recursive ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly)
            .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(part => part.StartsWith('.')))
            .Order(StringComparer.Ordinal);

    private static NotebookFile Named(string path, IReadOnlyList<NotebookFile> course) =>
        course.FirstOrDefault(file => file.SourcePath == path) ?? new NotebookFile(path, Path.GetFileName(path));

    private static Regex Glob(string path)
    {
        var pattern = Regex.Escape(path.Replace('\\', '/'))
            .Replace("\\*\\*/", "(.*/)?", StringComparison.Ordinal)
            .Replace("\\*\\*", ".*", StringComparison.Ordinal)
            .Replace("\\*", "[^/]*", StringComparison.Ordinal)
            .Replace("\\?", "[^/]", StringComparison.Ordinal);
        return new Regex($"^{pattern}$", RegexOptions.CultureInvariant);
    }
}

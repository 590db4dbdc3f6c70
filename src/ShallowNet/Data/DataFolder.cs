namespace ShallowNet;

/// <summary>Finds the course's data files from wherever a notebook, a test or a program runs.</summary>
internal static class DataFolder
{
    /// <summary>The path of data/<paramref name="file"/>, in the nearest folder above the working directory or above this dll.</summary>
    public static string Find(string file)
    {
        string?[] starts =
            [Directory.GetCurrentDirectory(), Path.GetDirectoryName(typeof(DataFolder).Assembly.Location), AppContext.BaseDirectory];
        string[] paths = [.. starts.SelectMany(Upwards).Select(folder => Path.Combine(folder, "data", file)).Distinct()];
        return Array.Find(paths, File.Exists) ?? throw new FileNotFoundException(
            $"The data file {file} was not found. Run from inside a clone of the course, whose folder data/ holds it. "
            + $"Tried:{Environment.NewLine}{string.Join(Environment.NewLine, paths)}", file);
    }

    private static IEnumerable<string> Upwards(string? start)
    {
        for (var folder = string.IsNullOrEmpty(start) ? null : new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            yield return folder.FullName;
    }
}

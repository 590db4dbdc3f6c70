namespace ShallowNet;

/// <summary>Finds the course's data files from wherever a notebook, a test or a program runs.</summary>
internal static class DataFolder
{
    /// <summary>The path of data/<paramref name="file"/>, in the nearest folder above the working directory or above this dll.</summary>
    public static string Find(string file)
    {
        var tried = new List<string>();
        foreach (var start in new[] { Directory.GetCurrentDirectory(), Path.GetDirectoryName(typeof(DataFolder).Assembly.Location),
            AppContext.BaseDirectory })
        {
            for (var folder = string.IsNullOrEmpty(start) ? null : new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                var path = Path.Combine(folder.FullName, "data", file);
                if (File.Exists(path))
                    return path;
                tried.Add(path);
            }
        }
        throw new FileNotFoundException(
            $"The data file {file} was not found. Run from inside a clone of the course, whose folder data/ holds it. "
                + $"Tried:{Environment.NewLine}" +
            string.Join(Environment.NewLine, tried.Distinct()),
            file);
    }
}

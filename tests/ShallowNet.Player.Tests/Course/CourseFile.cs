namespace ShallowNet.Player.Tests.Course;

/// <summary>The notebooks of the course as they are committed.</summary>
internal static class CourseFile
{
    /// <summary>All notebooks, by their path under notebooks/.</summary>
    public static IReadOnlyList<string> All { get; } = [.. CourseFolder.Notebooks(Repository.Root).Select(file => file.RelativePath)];
    /// <summary>The chapters: the notebooks that are not solutions.</summary>
    public static IReadOnlyList<string> Chapters { get; } = [.. All.Where(name => !name.Contains('/'))];

    public static string FullPath(string name) => Path.Combine(Repository.Notebooks, name.Replace('/', Path.DirectorySeparatorChar));

    public static Notebook Read(string name) => Notebook.Parse(FullPath(name));

    public static IReadOnlyList<Cell> CodeCells(string name) => [.. Read(name).Cells.Where(cell => cell.Kind == CellKind.Code)];

    /// <summary>The text of the Markdown cells.</summary>
    public static IReadOnlyList<string> Prose(string name) =>
        [.. Read(name).Cells.Where(cell => cell.Kind == CellKind.Markdown).Select(cell => cell.Source)];

    /// <summary>Text without bold type, marks of printed numbers and line ends.</summary>
    public static string Plain(string markdown) => Regex.Replace(Regex.Replace(markdown, @"(?s)<!--.*?-->|\*\*", ""), @"\s+", " ");

    /// <summary>The lines of a table that lies beside these tests.</summary>
    public static IEnumerable<string> Table(string name) =>
        File.ReadLines(Path.Combine(Repository.Root, "tests", "ShallowNet.Player.Tests", "Course", name));

    /// <summary>The cells of the solutions that answer the chapter's exercises, by the id of the stub they replace.</summary>
    public static IReadOnlyDictionary<string, string> Solutions(string chapter) =>
        CodeCells("solutions/" + chapter).Where(IsExercise).ToDictionary(cell => cell.Id!, cell => cell.Source);

    public static bool IsExercise(Cell cell) => Regex.IsMatch(cell.Id!, @"^exercise-\d+-\d+$");

    public static bool IsCheck(Cell cell) => IsCheck(cell.Id!);

    public static bool IsCheck(string cellId) => Regex.IsMatch(cellId, @"^check-\d+-\d+$");
}

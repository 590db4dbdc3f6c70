using ShallowNet.Player.Playing;

namespace ShallowNet.Player.Tests.Course;

/// <summary>The notebooks of the course as they are committed.</summary>
internal static partial class CourseFile
{
    public static string Root { get; } = CourseFolder.Find()
        ?? throw new DirectoryNotFoundException("No ShallowNet.sln above the tests: run them inside the repository.");

    /// <summary>All notebooks, by their path under notebooks/.</summary>
    public static IReadOnlyList<string> All { get; } = [.. CourseFolder.Notebooks(Root).Select(file => file.RelativePath)];

    /// <summary>The chapters: the notebooks that are not solutions.</summary>
    public static IReadOnlyList<string> Chapters { get; } = [.. All.Where(name => !name.Contains('/', StringComparison.Ordinal))];

    public static string FullPath(string name) => Path.Combine(Root, "notebooks", name.Replace('/', Path.DirectorySeparatorChar));

    public static Notebook Read(string name) => Notebook.Parse(FullPath(name));

    public static IReadOnlyList<Cell> CodeCells(string name) => [.. Read(name).Cells.Where(cell => cell.Kind == CellKind.Code)];

    /// <summary>The cells of the solutions that answer the chapter's exercises, by the id of the stub they replace.</summary>
    public static IReadOnlyDictionary<string, string> Solutions(string chapter) =>
        CodeCells("solutions/" + chapter).Where(IsExercise).ToDictionary(cell => cell.Id!, cell => cell.Source);

    public static bool IsExercise(Cell cell) => ExerciseId().IsMatch(cell.Id!);

    public static bool IsCheck(Cell cell) => IsCheck(cell.Id!);

    public static bool IsCheck(string cellId) => CheckId().IsMatch(cellId);

    [GeneratedRegex(@"^exercise-\d+-\d+$")]
    private static partial Regex ExerciseId();

    [GeneratedRegex(@"^check-\d+-\d+$")]
    private static partial Regex CheckId();
}

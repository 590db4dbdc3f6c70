using System.Collections.Concurrent;

namespace ShallowNet.Player.Tests.Course;

/// <summary>
/// Plays each chapter once for all tests: as shipped, then every cell again, then with the solutions in place of the stubs.
/// </summary>
public sealed class PlayedCourse
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Runs>>> _played = new();

    internal Task<Runs> PlayAsync(string chapter) =>
        _played.GetOrAdd(chapter, name => new(() => PlayThreeTimesAsync(name))).Value;

    private static async Task<Runs> PlayThreeTimesAsync(string chapter)
    {
        var cells = CourseFile.CodeCells(chapter);
        var solutions = CourseFile.Solutions(chapter);
        await using var session = new ChapterSession();
        return new(await RunAsync(cells), await RunAsync(cells),
            await RunAsync(cells.Where(cell => CourseFile.IsExercise(cell) || CourseFile.IsCheck(cell)), solutions));

        async Task<List<CellRun>> RunAsync(IEnumerable<Cell> some, IReadOnlyDictionary<string, string>? solved = null)
        {
            List<CellRun> runs = [];
            foreach (var cell in some)
                runs.Add(await session.PlayAsync(cell.Id!, solved?.GetValueOrDefault(cell.Id!) ?? cell.Source));
            return runs;
        }
    }

    /// <summary>What the cells of a chapter showed; solved are the exercises and their checks.</summary>
    internal sealed record Runs(IReadOnlyList<CellRun> First, IReadOnlyList<CellRun> Second, IReadOnlyList<CellRun> Solved);
}

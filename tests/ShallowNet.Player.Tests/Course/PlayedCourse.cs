using System.Collections.Concurrent;

namespace ShallowNet.Player.Tests.Course;

/// <summary>
/// Plays each chapter once for all tests: as shipped, then every cell again, then with the solutions in place of the stubs.
/// </summary>
public sealed class PlayedCourse
{
    private readonly ConcurrentDictionary<string, Lazy<Task<PlayedChapter>>> _played = new();

    internal Task<PlayedChapter> PlayAsync(string chapter) =>
        _played.GetOrAdd(chapter, name => new(() => PlayThreeTimesAsync(name, TestContext.Current.CancellationToken))).Value;

    private static async Task<PlayedChapter> PlayThreeTimesAsync(string chapter, CancellationToken cancellation)
    {
        var cells = CourseFile.CodeCells(chapter);
        var solutions = CourseFile.Solutions(chapter);
        await using var session = await ChapterSession.StartAsync(cancellation);

        List<CellRun> first = [], second = [], solved = [];
        foreach (var cell in cells)
            first.Add(await session.RunAsync(cell.Id!, cell.Source, cancellation));
        foreach (var cell in cells)
            second.Add(await session.RunAsync(cell.Id!, cell.Source, cancellation));
        foreach (var cell in cells.Where(cell => CourseFile.IsExercise(cell) || CourseFile.IsCheck(cell)))
            solved.Add(await session.RunAsync(cell.Id!, solutions.GetValueOrDefault(cell.Id!, cell.Source), cancellation));
        return new PlayedChapter(first, second, solved);
    }
}

/// <summary>What the cells of a chapter showed.</summary>
/// <param name="First">As shipped.</param>
/// <param name="Second">Every cell run once more, in order.</param>
/// <param name="Solved">The exercises and their checks, with the solutions.</param>
internal sealed record PlayedChapter(IReadOnlyList<CellRun> First, IReadOnlyList<CellRun> Second, IReadOnlyList<CellRun> Solved);

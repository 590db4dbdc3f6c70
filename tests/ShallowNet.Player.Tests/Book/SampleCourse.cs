namespace ShallowNet.Player.Tests.Book;

/// <summary>
/// The small course in the folder SampleCourse, as the player leaves it: two chapters and a solution with all that a page must show.
/// </summary>
internal static class SampleCourse
{
    private static readonly string Sources = Path.Combine(Repository.Root, "tests", "ShallowNet.Player.Tests", "Book", "SampleCourse");

    /// <summary>Writes the pages below a folder; gives the folder of the pages.</summary>
    public static string Write(string folder)
    {
        var output = Path.Combine(folder, "course");
        var failure = new PlayFailure(8, "ArgumentException: Matrix dimensions must agree: op(A) is 3x2, op(B) is 3x4.");
        BookWriter.Write([Read("05-activation-functions.ipynb") with { Failure = failure }, Read("06-derivatives.ipynb"),
            Read("solutions/05-solutions.ipynb")], output);
        return output;
    }

    /// <summary>A notebook of C# cells; text that begins with "md:" becomes Markdown.</summary>
    public static Notebook With(params string[] cells) => Notebook.Parse(Encoding.UTF8.GetBytes(NotebookJson.Of(cells)), "sample.ipynb");

    public static PlayedNotebook Played(string name, Notebook document) => new(Path.Combine(Path.GetTempPath(), name), name, document);

    public static PlayedNotebook Played(string name, params string[] cells) => Played(name, With(cells));

    /// <summary>A notebook whose outputs count as this player's own, not as those of a file.</summary>
    private static PlayedNotebook Read(string name)
    {
        var notebook = Notebook.Parse(Path.Combine(Sources, name));
        foreach (var cell in notebook.Cells.Where(cell => cell.Kind == CellKind.Code))
            cell.SetResult(cell.ExecutionCount, [.. cell.Outputs.Select(output => output!.DeepClone().AsObject())]);
        return new(Path.Combine(Sources, name), name, notebook);
    }
}

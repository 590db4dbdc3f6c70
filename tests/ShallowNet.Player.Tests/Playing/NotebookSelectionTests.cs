namespace ShallowNet.Player.Tests.Playing;

public sealed class NotebookSelectionTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly IReadOnlyList<NotebookFile> _course;

    public NotebookSelectionTests()
    {
        foreach (var name in (string[])["notebooks/01-one.ipynb", "notebooks/02-two.ipynb", "notebooks/solutions/01-one.ipynb",
            "notebooks/.ipynb_checkpoints/01-one.ipynb", "other/my notes.ipynb", "other/01-one.ipynb"])
        {
            _folder.Notebook(name, "1");
        }
        _course = CourseFolder.Notebooks(_folder.Path);
    }

    [Fact]
    public void Course_InOrderOfTheBook_WithoutHiddenFolders() =>
        Assert.Equal(["01-one.ipynb", "02-two.ipynb", "solutions/01-one.ipynb"], _course.Select(file => file.RelativePath));

    [Theory]
    [InlineData("", "01-one.ipynb 02-two.ipynb solutions/01-one.ipynb")]
    [InlineData("02", "02-two.ipynb")]
    [InlineData("02-TWO", "02-two.ipynb")]
    [InlineData("solutions/", "solutions/01-one.ipynb")]
    [InlineData("notebooks/02-two.ipynb", "02-two.ipynb")]
    [InlineData("notebooks", "01-one.ipynb 02-two.ipynb")]
    [InlineData("notebooks/*.ipynb", "01-one.ipynb 02-two.ipynb")]
    [InlineData("notebooks/0?-t*.ipynb", "02-two.ipynb")]
    [InlineData("notebooks/*/*.ipynb", "solutions/01-one.ipynb")]
    [InlineData("notebooks/solutions/**", "solutions/01-one.ipynb")]
    [InlineData("02 01 02", "02-two.ipynb 01-one.ipynb")]
    public void Find_Words_GivesTheNotebooksMeant(string words, string expected)
    {
        var found = NotebookSelection.Find(words.Split(' ', StringSplitOptions.RemoveEmptyEntries), _course, _folder.Path);
        Assert.Equal(expected.Split(' '), found.Select(file => file.RelativePath));
    }

    [Fact]
    public void Find_AFileOutsideTheCourse_IsWrittenUnderItsName()
    {
        var file = Assert.Single(NotebookSelection.Find(["other/my notes.ipynb"], _course, _folder.Path));
        Assert.Equal(("my notes.ipynb", Path.Combine(_folder.Path, "other", "my notes.ipynb")), (file.RelativePath, file.SourcePath));
    }

    [Fact]
    public void Find_TwoFilesOfTheSameName_IsRefused() => Expect.In(Assert.Throws<CannotPlayException>(
        () => NotebookSelection.Find(["01-one", "other/01-one.ipynb"], _course, _folder.Path)).Message,
        "would both be written as 01-one.ipynb");

    [Theory]
    [InlineData("nope")]
    [InlineData("nope*.ipynb")]
    [InlineData("nowhere/*.ipynb")]
    public void Find_AWordThatMeansNothing_IsRefusedByName(string word) => Expect.In(
        Assert.Throws<CannotPlayException>(() => NotebookSelection.Find([word], _course, _folder.Path)).Message, $"\"{word}\"");

    public void Dispose() => _folder.Dispose();
}

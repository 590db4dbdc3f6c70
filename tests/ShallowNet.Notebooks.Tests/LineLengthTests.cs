namespace ShallowNet.Notebooks.Tests;

/// <summary>.editorconfig asks for lines of 140 characters, which no analyzer enforces.</summary>
public sealed class LineLengthTests
{
    [Theory]
    [InlineData("src/ShallowNet.Notebooks/Figures")]
    [InlineData("src/ShallowNet.Notebooks/Plotting")]
    public void Sources_EveryLine_FitsInto140Characters(string folder)
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.cs");

        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(file => File.ReadLines(file).Select((line, i) => (line.Length, Place: $"{Path.GetFileName(file)}:{i + 1}")))
            .Where(line => line.Length > 140).Select(line => line.Place));
    }
}

namespace ShallowNet.Player.Tests.Course;

/// <summary>What the course quotes of the library stands there.</summary>
public sealed partial class QuotedLibraryTests
{
    [Fact]
    public void Chapter7_SixEquations_AreTheLibrarysLines()
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "src", "ShallowNet", "Backpropagation.cs"));
        string[] lines = [.. EquationLine().Matches(source).Select(match => Spaces().Replace(match.Value.Trim(), " "))];
        Assert.Equal(["dZ2", "db2", "dW2", "dZ1", "dW1", "db1"], lines.Select(line => line.Split("// ")[1].Split(' ')[0]));

        var blocks = CourseFile.Read("07-gradient-descent.ipynb").Cells.Where(cell => cell.Kind == CellKind.Markdown)
            .SelectMany(cell => Fenced().Matches(cell.Source))
            .Select(match => match.Groups[1].Value.Trim().Split('\n').Select(line => Spaces().Replace(line.Trim(), " ")));

        Assert.Contains(blocks, block => block.SequenceEqual(lines));
    }

    [GeneratedRegex(@"^.*// d[ZWb][12] = .*$", RegexOptions.Multiline)]
    private static partial Regex EquationLine();

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces();

    [GeneratedRegex("```csharp\\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fenced();
}

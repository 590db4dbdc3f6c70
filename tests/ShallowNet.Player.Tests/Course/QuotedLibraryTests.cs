namespace ShallowNet.Player.Tests.Course;

/// <summary>What the course quotes of the library stands there.</summary>
public sealed class QuotedLibraryTests
{
    [Fact]
    public void Chapter7_SixEquations_AreTheLibrarysLines()
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "src", "ShallowNet", "Backpropagation.cs"));
        string[] lines = [.. Regex.Matches(source, "(?m)^.*// d[ZWb][12] = .*$").Select(match => Narrow(match.Value))];
        Assert.Equal(["dZ2", "db2", "dW2", "dZ1", "dW1", "db1"], lines.Select(line => line.Split("// ")[1].Split(' ')[0]));
        var blocks = CourseFile.Prose("07-gradient-descent.ipynb").SelectMany(text => Regex.Matches(text, "(?s)```csharp\\n(.*?)```"))
            .Select(match => match.Groups[1].Value.Trim().Split('\n').Select(Narrow));
        Assert.Contains(blocks, block => block.SequenceEqual(lines));
    }

    private static string Narrow(string line) => Regex.Replace(line.Trim(), " {2,}", " ");
}

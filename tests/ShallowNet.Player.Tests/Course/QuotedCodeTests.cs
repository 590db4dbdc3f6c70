using System.Text.RegularExpressions;
using ShallowNet.Player.Notebooks;
using Xunit;

namespace ShallowNet.Player.Tests.Course;

/// <summary>Code that a chapter quotes from the library, below the path of its file, stands there to the letter.</summary>
public sealed partial class QuotedCodeTests
{
    [Fact]
    public void QuotedLines_OfTheLibrary_StandInTheirFileInThisOrder()
    {
        var quotes = CourseFile.All.SelectMany(name => CourseFile.Read(name).Cells)
            .Where(cell => cell.Kind == CellKind.Markdown)
            .SelectMany(cell => Quote().Matches(cell.Source))
            .ToArray();

        Assert.NotEmpty(quotes);
        Assert.All(quotes, quote =>
        {
            var file = new Queue<string>(File.ReadLines(Path.Combine(CourseFile.Root, quote.Groups["path"].Value)).Select(line => line.Trim()));
            foreach (var line in quote.Groups["code"].Value.TrimEnd().Split('\n'))
            {
                Assert.Contains(line.Trim(), file);
                while (file.Dequeue() != line.Trim())
                {
                }
            }
        });
    }

    [GeneratedRegex(@"`(?<path>src/[\w./]+\.cs)`:\n\n```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Quote();
}

namespace ShallowNet.Player.Tests.Course;

/// <summary>
/// A number in the prose that says which cell prints it, by a comment that no host shows: <c>the cost is 0.28&lt;!-- printed: saturated
/// --&gt;</c>.
/// </summary>
internal sealed partial record PrintedNumber(string Text, string CellId)
{
    /// <summary>The marked numbers of a notebook's Markdown cells.</summary>
    public static IEnumerable<PrintedNumber> In(Notebook notebook) => notebook.Cells
        .Where(cell => cell.Kind == CellKind.Markdown)
        .SelectMany(cell => Marked().Matches(cell.Source))
        .Select(match => new PrintedNumber(match.Groups["number"].Value, match.Groups["cell"].Value));

    /// <summary>How many marks there are, with or without a number before them.</summary>
    public static int Marks(Notebook notebook) =>
        notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown).Sum(cell => Mark().Count(cell.Source));

    /// <summary>Whether the text holds a number that, rounded to as many decimals as this one has, is this one.</summary>
    public bool IsIn(string shown)
    {
        var decimals = Text.Contains('.', StringComparison.Ordinal) ? Text.Length - 1 - Text.IndexOf('.', StringComparison.Ordinal) : 0;
        var allowed = 0.5 * Math.Pow(10, -decimals) + 1e-12;
        var expected = Value(Text);
        return Number().Matches(shown).Any(match => Math.Abs(Value(match.Value) - expected) <= allowed);
    }

    private static double Value(string text) => double.Parse(text.Replace('−', '-').Replace(",", "", StringComparison.Ordinal),
        CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<number>[−-]?\d+(\.\d+)?)[*$]*<!-- printed: (?<cell>[\w-]+) -->")]
    private static partial Regex Marked();

    [GeneratedRegex("<!--\\s*printed")]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?<![\w.])[−-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?([eE][−+-]?\d+)?")]
    private static partial Regex Number();
}

namespace ShallowNet.Player.Tests.Course;

/// <summary>
/// A number in the prose that says which cell prints it, by a comment that no host shows: <c>the cost is 0.28&lt;!-- printed: saturated
/// --&gt;</c>.
/// </summary>
internal sealed record PrintedNumber(string Text, string CellId)
{
    private static readonly Regex Marked = new(@"(?<number>[−-]?\d+(\.\d+)?)[*$]*<!-- printed: (?<cell>[\w-]+) -->");
    private static readonly Regex Number = new(@"(?<![\w.])[−-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?([eE][−+-]?\d+)?");

    /// <summary>The marked numbers of a notebook's prose.</summary>
    public static IEnumerable<PrintedNumber> In(string prose) =>
        Marked.Matches(prose).Select(match => new PrintedNumber(match.Groups["number"].Value, match.Groups["cell"].Value));

    /// <summary>Whether the text holds a number that, rounded to as many decimals as this one has, is this one.</summary>
    public bool IsIn(string shown)
    {
        var decimals = Text.Contains('.') ? Text.Length - 1 - Text.IndexOf('.') : 0;
        var allowed = 0.5 * Math.Pow(10, -decimals) + 1e-12;
        return Number.Matches(shown).Any(match => Math.Abs(Value(match.Value) - Value(Text)) <= allowed);
    }

    private static double Value(string text) => double.Parse(text.Replace('−', '-').Replace(",", ""), CultureInfo.InvariantCulture);
}

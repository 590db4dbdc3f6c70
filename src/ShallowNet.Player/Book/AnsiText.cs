namespace ShallowNet.Player.Book;

/// <summary>Console text as a page shows it.</summary>
internal static class AnsiText
{
    private static readonly Regex Escapes = new(@"\x1B(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1B]*(\x07|\x1B\\)|[@-Z\\-_])");
    private static readonly Regex Controls = new(@"[\x00-\x08\x0B-\x1F\x7F]");

    /// <summary>Drops escape sequences and control characters; a carriage return starts its line again, as a terminal shows it.</summary>
    public static string Plain(string text) => Controls.Replace(string.Join('\n', Escapes.Replace(text, "").Split('\n')
        .Select(line => line.TrimEnd('\r')).Select(line => line[(line.LastIndexOf('\r') + 1)..])), "");
}

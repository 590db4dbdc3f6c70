namespace ShallowNet.Player.Book;

/// <summary>Console text as a page shows it.</summary>
internal static partial class AnsiText
{
    /// <summary>Drops escape sequences and control characters; a carriage return starts its line again, as a terminal shows it.</summary>
    public static string Plain(string text)
    {
        var plain = Escapes().Replace(text, "").Replace("\r\n", "\n", StringComparison.Ordinal);
        if (plain.Contains('\r', StringComparison.Ordinal))
        {
            plain = string.Join('\n',
                plain.Split('\n').Select(line => line.TrimEnd('\r')).Select(line => line[(line.LastIndexOf('\r') + 1)..]));
        }
        return Controls().Replace(plain, "");
    }

    [GeneratedRegex(@"\x1B(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1B]*(\x07|\x1B\\)|[@-Z\\-_])")]
    private static partial Regex Escapes();

    [GeneratedRegex(@"[\x00-\x08\x0B-\x1F\x7F]")]
    private static partial Regex Controls();
}

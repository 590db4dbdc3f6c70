namespace ShallowNet.Player.CommandLine;

/// <summary>Text that a terminal shows and does not obey: names of files and messages of exceptions may hold any character.</summary>
internal static class Printable
{
    /// <summary>Text of one line, such as a name.</summary>
    public static string Line(string text) => string.Concat(text.Select(Picture));

    /// <summary>Text whose line breaks and tabs stay.</summary>
    public static string Text(string text) => string.Concat(text.Select(c => c is '\n' or '\t' ? c : Picture(c)));

    /// <summary>The sign that Unicode has for a control character, such as ␛; "unknown" for one that turns the text's direction.</summary>
    private static char Picture(char c) => c switch
    {
        < ' ' => (char)('\u2400' + c),
        '\u007f' => '\u2421',
        (>= '\u0080' and <= '\u009f') or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') => '\ufffd',
        _ => c,
    };
}

namespace ShallowNet.Player.Tests.Notebooks;

/// <summary>Ways to break a notebook file.</summary>
internal static class Mutations
{
    private const string Key = "\"[a-z_]+\":", Value = "(\"[^\"\\n]*\"|[0-9]+|null|\\[\\]|\\{\\})", AnyValue = $"({Key}\\s*){Value}",
        AnyMember = $"{Key}\\s*{Value},\\s*", Format = "(\"nbformat\":\\s*)\\d+", Id = "(\"id\":\\s*)\"[^\"]*\"",
        Source = "(\"source\":\\s*)(\"[^\"\\n]*\"|\\[[^\\]]*\\])";

    private static readonly string[] Values =
    [
        "null", "true", "[]", "{}", "\"\"", "\"x\"", "-1", "1e999", "99999999999999999999", "0.5", "[1]", "[\"a\", null]",
        "{\"a\": 1, \"a\": 2}",
        "\"\\ud83d\"", "\"\\udc00 \\ud800\"", "\"\\u0000\"", "\"\\ud83d\\ude00\"", "NaN", "// c\n1", "'x'", "[1,]", "",
    ];

    private static readonly Func<byte[], Random, byte[]>[] All =
    [
        (bytes, random) => bytes[..random.Next(bytes.Length + 1)],
        (bytes, random) => bytes[random.Next(bytes.Length + 1)..],
        (bytes, random) => Splice(bytes, random.Next(bytes.Length + 1), random.Next(1, 40), []),
        (bytes, random) => Splice(bytes, random.Next(bytes.Length + 1), 1, [(byte)random.Next(256)]),
        (bytes, random) => Splice(bytes, random.Next(bytes.Length + 1), 0, [(byte)random.Next(256)]),
        (bytes, random) => Edit(bytes, random, AnyValue, (m, r) => m.Groups[1].Value + Pick(r, Values)),
        (bytes, random) => Edit(bytes, random, AnyValue, (m, r) => m.Groups[1].Value + Pick(r, Values)),
        (bytes, random) => Edit(bytes, random, Key,
            (m, r) => "\"" + Pick(r, ["id", "cells", "source", "outputs", "metadata", "nbformat", "other", "cell_type"]) + "\":"),
        (bytes, random) => Edit(bytes, random, AnyMember, (_, _) => ""),
        (bytes, random) => Edit(bytes, random, AnyMember, (m, _) => m.Value + m.Value),
        (bytes, random) => Edit(bytes, random, Format,
            (m, r) => m.Groups[1].Value + Pick(r, ["3", "5", "2", "\"4\"", "4.0", "null", "-4"])),
        (bytes, random) => Edit(bytes, random, Id, (m, _) => m.Groups[1].Value + "\"same\""),
        (bytes, random) => Edit(bytes, random, AnyValue, (m, r) => m.Groups[1].Value + Nested(r.Next(1, 3000), r)),
        (bytes, random) => Edit(bytes, random, Source,
            (m, r) => m.Groups[1].Value + Pick(r, ["\"one\"", "[\"a\\n\", \"b\"]", "[[\"a\"]]", "{\"a\": 1}", "[]"])),
        (bytes, random) => [.. (random.Next(3) switch { 0 => Encoding.UTF8, 1 => Encoding.Unicode, _ => Encoding.UTF32 }).GetPreamble(),
            .. bytes],
        (bytes, random) => random.Next(2) == 0 ? Encoding.Unicode.GetBytes(Text(bytes)) : Encoding.Latin1.GetBytes(Text(bytes)),
        (bytes, _) => Encoding.UTF8.GetBytes(Text(bytes).ReplaceLineEndings("\r\n")),
        (bytes, _) => Encoding.UTF8.GetBytes(Text(bytes).ReplaceLineEndings("\r")),
        (bytes, random) => [.. bytes, .. Encoding.UTF8.GetBytes(Pick(random, ["{}", "\0", "   ", "x", "\n\n"]))],
        (bytes, _) => [.. bytes, .. bytes],
    ];

    public static byte[] Apply(byte[] bytes, Random random) => All[random.Next(All.Length)](bytes, random);

    private static byte[] Edit(byte[] bytes, Random random, string place, Func<Match, Random, string> change)
    {
        var text = Text(bytes);
        var matches = Regex.Matches(text, place);
        if (matches.Count == 0)
            return bytes;
        var match = matches[random.Next(matches.Count)];
        return Encoding.UTF8.GetBytes(text[..match.Index] + change(match, random) + text[(match.Index + match.Length)..]);
    }

    private static byte[] Splice(byte[] bytes, int at, int remove, byte[] insert) =>
        [.. bytes[..at], .. insert, .. bytes[Math.Min(bytes.Length, at + remove)..]];

    private static string Nested(int depth, Random random) => random.Next(2) == 0
        ? new string('[', depth) + new string(']', depth)
        : string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    private static string Pick(Random random, string[] values) => values[random.Next(values.Length)];
}

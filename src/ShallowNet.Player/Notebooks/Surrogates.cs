using System.Globalization;

namespace ShallowNet.Player.Notebooks;

/// <summary>Escaped UTF-16 surrogates in JSON text.</summary>
internal static class Surrogates
{
    /// <summary>
    /// Replaces each escape of half a surrogate pair (\ud83d without its partner) by \ufffd, which has the same length,
    /// so that all offsets stay. Gives back the same array where there is none.
    /// </summary>
    public static byte[] Repair(byte[] json)
    {
        var result = json;
        for (var i = Next(json, 0); i >= 0; i = Next(json, i))
        {
            if (json[i + 1] != 'u')
            {
                i += 2;
                continue;
            }

            var unit = Unit(json, i);
            if (unit is >= 0xD800 and <= 0xDBFF && Unit(json, i + 6) is >= 0xDC00 and <= 0xDFFF)
            {
                i += 12;
                continue;
            }

            if (unit is >= 0xD800 and <= 0xDFFF)
            {
                result = ReferenceEquals(result, json) ? [.. json] : result;
                "\\ufffd"u8.CopyTo(result.AsSpan(i));
            }

            i += 2;
        }

        return result;
    }

    private static int Next(byte[] json, int from)
    {
        if (from >= json.Length)
            return -1;
        var found = json.AsSpan(from).IndexOf((byte)'\\');
        return found < 0 || from + found + 1 >= json.Length ? -1 : from + found;
    }

    private static int Unit(byte[] json, int at) =>
        at + 6 <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
        && int.TryParse(json.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? unit
            : -1;
}

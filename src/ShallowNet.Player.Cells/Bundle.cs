using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive.Formatting;

namespace ShallowNet.Player.Cells;

/// <summary>Turns a value into a MIME bundle: the same thing in one or more MIME types.</summary>
internal static class Bundle
{
    /// <summary>Formats a value in the MIME types asked for, or in its preferred ones and as plain text.</summary>
    public static Dictionary<string, string> Of(object? value, IReadOnlyCollection<string> mimeTypes) =>
        (mimeTypes.Count > 0 ? mimeTypes : Formatter.GetPreferredMimeTypesFor(value?.GetType()).Append(PlainTextFormatter.MimeType))
            .Distinct().ToDictionary(mime => mime, mime => Format(value, mime), StringComparer.Ordinal);

    private static string Format(object? value, string mimeType)
    {
        if (mimeType == PlainTextFormatter.MimeType && value is Array { Rank: 1 } tuples
            && typeof(ITuple).IsAssignableFrom(value.GetType().GetElementType()))
        {
            // The formatting library writes the members of an iterator here.
            return $"[ {string.Join(", ", tuples.Cast<object>().Select(tuple => Format(tuple, mimeType)))} ]";
        }
        using var writer = new StringWriter(CultureInfo.CurrentCulture);
        Formatter.FormatTo(value, new FormatContext(writer), mimeType);
        return writer.ToString();
    }
}

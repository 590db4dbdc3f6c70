using System.Globalization;
using System.Runtime.CompilerServices;

namespace ShallowNet;

/// <summary>Text that reads the same in every culture.</summary>
internal static class Text
{
    public static string Of(ref DefaultInterpolatedStringHandler text) => string.Create(CultureInfo.InvariantCulture, ref text);
}

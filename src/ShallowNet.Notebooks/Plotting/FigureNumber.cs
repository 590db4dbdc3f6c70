using System.Globalization;
using static System.FormattableString;

namespace ShallowNet.Notebooks;

/// <summary>
/// Numbers in figures, written as the axes write them: − for minus, 1,000 for thousands, powers of ten for what is very large or very
/// small.
/// </summary>
internal static class FigureNumber
{
    /// <summary>A number with so many significant digits.</summary>
    public static string Text(double value, int digits = 3)
    {
        if (!double.IsFinite(value) || value == 0)
        {
            return double.IsNaN(value) ? "NaN" : value == 0 ? "0" : value > 0 ? "∞" : "−∞";
        }
        var scientific = value.ToString("E" + Invariant($"{digits - 1}"), CultureInfo.InvariantCulture).Split('E');
        var power = int.Parse(scientific[1], CultureInfo.InvariantCulture);
        return power is >= -4 and < 6
            ? Signed(Invariant($"{double.Parse(string.Join('E', scientific), CultureInfo.InvariantCulture):#,0.############}"))
            : Signed(Invariant($"{double.Parse(scientific[0], CultureInfo.InvariantCulture):0.######}×10")) + Raised(power);
    }

    /// <summary>A number with so many decimals, rounded as the cells' own "0.0" rounds.</summary>
    public static string Fixed(double value, int decimals) => double.IsFinite(value)
        ? Signed(value.ToString("#,0." + new string('0', decimals), CultureInfo.InvariantCulture))
        : Text(value);

    /// <summary>A share of 1 as "87.5%".</summary>
    public static string Percent(double share) => Fixed(100 * share, 1) + "%";

    /// <summary>A power of ten as plotly writes it on an axis.</summary>
    public static string Power(int exponent) => Signed(Invariant($"10<sup>{exponent}</sup>"));

    private static string Signed(string text) => text.Replace('-', '−');

    private static string Raised(int power) =>
        string.Concat(Invariant($"{power}").Select(digit => digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0']));
}

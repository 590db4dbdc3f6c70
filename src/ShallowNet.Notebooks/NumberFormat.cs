namespace ShallowNet.Notebooks;

/// <summary>How numbers are written, everywhere the same: − as minus, 3.2e−5 for powers of ten, commas from 10,000 on, and the same
/// decimals for numbers that stand under each other, as many as the largest needs and none of the others loses.</summary>
internal sealed partial class NumberFormat(int decimals, int powerDecimals, bool grouped, bool powersOnly)
{
    /// <summary>Numbers as large as this are written as powers of ten.</summary>
    private const double Huge = 1e9;
    /// <summary>Numbers as small as this are plain even where the others need no decimals.</summary>
    private const double SmallestPlain = 1e-3;
    /// <summary>How far rounding may move a number before more decimals are given.</summary>
    private const double AllowedRounding = 0.01;
    private const int MostDecimals = 8;

    /// <summary>Values below 10 show at most <paramref name="digits"/> decimals, others about as many significant digits; thousands are
    /// marked where a number needs it unless given.</summary>
    public static NumberFormat For(IEnumerable<double> values, int digits, bool? grouped = null)
    {
        double[] sizes = [.. values.Where(double.IsFinite).Select(Math.Abs).Where(size => size is > 0 and < Huge)];
        var powerDecimals = Math.Clamp(digits - 2, 1, MostDecimals);
        var largest = sizes.Length == 0 ? 0 : sizes.Max();
        var marked = grouped ?? largest >= 10_000;
        if (sizes.All(double.IsInteger))
            return new NumberFormat(0, powerDecimals, marked, powersOnly: false);
        var magnitude = (int)Math.Floor(Math.Log10(largest));
        if (magnitude < -3)
            return new NumberFormat(0, powerDecimals, marked, powersOnly: true);
        var decimals = Math.Clamp(digits - magnitude - (magnitude == 0 ? 0 : 1), 0, MostDecimals);
        while (decimals < Math.Min(digits, MostDecimals) && sizes.Any(size => size >= Unit(digits) && IsMoved(size, decimals)))
            decimals++;
        while (decimals > 1 && sizes.All(size => IsMadeOf(size, decimals - 1) || !IsWritten(size, decimals)))
            decimals--;
        return new NumberFormat(decimals, powerDecimals, marked, powersOnly: false);
    }

    /// <summary>A number that stands alone.</summary>
    public static string One(double value, int digits = 4) => For([value], digits).Text(value);

    public string Text(double value)
    {
        if (double.IsNaN(value))
            return "NaN";
        var size = Math.Abs(value);
        var text = double.IsInfinity(value) ? "∞"
            : size == 0 || !powersOnly && size < Huge && IsWritten(size, decimals) ? size.ToString(Fixed, CultureInfo.InvariantCulture)
            : size is >= SmallestPlain and < Huge ? size.ToString("0.###", CultureInfo.InvariantCulture)
            : Tidy(size.ToString($"0.{new string('0', powerDecimals)}e0", CultureInfo.InvariantCulture));
        return value < 0 ? "−" + text : text;
    }

    /// <summary>A whole number.</summary>
    public string Text(IFormattable whole) => Tidy(whole.ToString(grouped ? "N0" : null, CultureInfo.InvariantCulture));

    /// <summary>A text with its numbers in this form: -1 becomes −1, 4.5E-05 becomes 4.5e−5; names such as 2-4-1 stay.</summary>
    public static string Tidy(string text) => HyphenBeforeNumber
        .Replace(PowerOfTen.Replace(text.Replace("Infinity", "∞", StringComparison.Ordinal), power =>
        $"{power.Groups["number"]}e{(power.Groups["sign"].Value is "-" or "−" ? "−" : "")}{power.Groups["power"]}"), "−");

    /// <summary>Whether a text is a number and nothing else, perhaps with a percent sign.</summary>
    public static bool IsNumber(string text) => NumberAlone.IsMatch(text);

    /// <summary>A custom format rounds as a cell's "0.0" does: halves up, after 15 digits. "F1" makes 89.25 and 98.25 end in 2.</summary>
    private string Fixed => (grouped ? "#,0." : "0.") + new string('0', decimals);

    private static double Unit(int decimals) => Math.Pow(10, -decimals);

    /// <summary>Whether a number shows as more than zeros.</summary>
    private static bool IsWritten(double size, int decimals) => size >= Unit(decimals) * (1 - 1e-9);

    private static bool IsMoved(double size, int decimals) => Math.Abs(Math.Round(size, decimals) - size) > AllowedRounding * size;

    private static bool IsMadeOf(double size, int decimals) => Math.Abs(Math.Round(size, decimals) - size) <= 1e-9 * size;

    [GeneratedRegex(@"(?<![\w.])(?<number>\d+(\.\d+)?)[eE](?<sign>[-−+]?)0*(?<power>\d+)(?!\w)")]
    private static partial Regex PowerOfTen { get; }
    [GeneratedRegex(@"(?<![\w.)\]}−-])-(?=[\d∞])")] private static partial Regex HyphenBeforeNumber { get; }
    [GeneratedRegex(@"^(−?(\d[\d,]*(\.\d+)?(e−?\d+)?|∞)|NaN)( ?%)?$")] private static partial Regex NumberAlone { get; }
}

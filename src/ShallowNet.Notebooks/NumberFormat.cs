using System.Globalization;

namespace ShallowNet.Notebooks;

/// <summary>One way of writing for numbers that stand under each other: the same number of decimals, or powers of ten where sizes differ too much.</summary>
internal sealed class NumberFormat
{
    private readonly string _format;
    private readonly bool _powers;

    private NumberFormat(string format, bool powers)
    {
        _format = format;
        _powers = powers;
    }

    /// <summary>Chosen so that values below 10 show <paramref name="digits"/> decimals, and smaller or larger ones about as many significant digits.</summary>
    public static NumberFormat For(IEnumerable<double> values, int digits)
    {
        var sizes = values.Where(double.IsFinite).Select(Math.Abs).Where(size => size > 0).ToArray();
        if (sizes.All(size => size == Math.Floor(size) && size < 1e6))
        {
            return new NumberFormat("F0", false);
        }
        var (smallest, largest) = (sizes.Min(), sizes.Max());
        var magnitude = (int)Math.Floor(Math.Log10(largest));
        if (magnitude is < -3 or > 5 || smallest < largest * 1e-4 && smallest < 1e-3)
        {
            return new NumberFormat("E" + Math.Max(digits - 2, 1), true);
        }
        return new NumberFormat("F" + Math.Clamp(digits - magnitude - (magnitude < 0 ? 1 : 0), 0, 8), false);
    }

    public string Text(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
        }
        if (_powers && value == 0)
        {
            return "0";
        }
        var text = value.ToString(_format, CultureInfo.InvariantCulture);
        var sign = value < 0 ? "−" : "";
        text = text.TrimStart('-');
        if (_powers)
        {
            var at = text.IndexOf('E', StringComparison.Ordinal);
            text = text[..at] + "e" + int.Parse(text[(at + 1)..], CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        }
        return sign + text;
    }
}

namespace ShallowNet.Notebooks;

/// <summary>Numbers in the texts of figures, as tables write them (see <see cref="NumberFormat"/>), rounded for a picture.</summary>
internal static class FigureNumber
{
    private const double Grouped = 10_000;

    /// <summary>A number with so many significant digits.</summary>
    public static string Text(double value, int digits = 3)
    {
        if (!double.IsFinite(value) || value == 0)
            return NumberFormat.One(value);
        var rounded = double.Parse(value.ToString(Invariant($"E{digits - 1}"), CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return NumberFormat.Tidy(Math.Abs(rounded) switch
        {
            < 1e-4 or >= 1e9 => Invariant($"{rounded:0.######E+0}"),
            < Grouped => Invariant($"{rounded:0.#########}"),
            _ => Invariant($"{rounded:#,0}"),
        });
    }

    /// <summary>A number with so many decimals, rounded as the cells' own "0.0" rounds.</summary>
    public static string Fixed(double value, int decimals)
    {
        var format = (Math.Abs(value) < Grouped ? "0." : "#,0.") + new string('0', decimals);
        return double.IsFinite(value) ? NumberFormat.Tidy(value.ToString(format, CultureInfo.InvariantCulture)) : Text(value);
    }

    /// <summary>A share of 1 as "87.5%".</summary>
    public static string Percent(double share) => Fixed(100 * share, 1) + "%";

    /// <summary>A power of ten as plotly writes it on an axis.</summary>
    public static string Power(int exponent) => NumberFormat.Tidy(Invariant($"10<sup>{exponent}</sup>"));
}

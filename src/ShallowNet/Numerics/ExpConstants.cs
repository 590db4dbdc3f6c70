namespace ShallowNet;

/// <summary>
/// The numbers in the formulas of <see cref="VectorMath{V}"/>: e^(f y) = 2^n e^(f r) with y = n log(2)/f + r, for a factor f.
/// They are fields, where constants would do: the compiler reads a field once for both halves of <see cref="Twice{V}"/>, but a
/// constant wherever it stands, and reading was what the processor had most to do.
/// </summary>
/// <param name="factor">f, a power of two or minus one: all products with it are exact.</param>
/// <param name="first">What n = 0 stands for: 1 or a half.</param>
internal sealed class ExpConstants(double factor, double first)
{
    /// <summary>For e^2y / 2, of which tanh is made.</summary>
    public static readonly ExpConstants Twice = new(2, 0.5);

    /// <summary>For e^-y, of which the sigmoid is made.</summary>
    public static readonly ExpConstants Minus = new(-1, 1);

    public double Half = 0.5, One = 1;

    /// <summary>f / log 2</summary>
    public double Log2OfE = 1.4426950408889634 * factor;

    /// <summary>-log(2)/f</summary>
    public double MinusLn2 = -0.6931471805599453 / factor;

    /// <summary>The same in two parts: the first has 20 zero bits at its end, so that n times it is exact.</summary>
    public double MinusLn2High = -0.693147180369123816490 / factor, MinusLn2Low = -1.90821492927058770002e-10 / factor;

    /// <summary>1.5 · 2^52 + 1023: adding it leaves, in the lowest bits, the nearest whole number n as the exponent of 2^n; one less for half of it.</summary>
    public double Rounder = 6755399441055744.0 + 1023 + Math.Log2(first);

    /// <summary>
    /// Where |x| is at most log(2)/2, e^x - 1 is x + c2 x² + ... + c12 x^12 within 0.01 · 2^-53 of its size: the polynomial whose greatest
    /// error is least, found by Remez's exchange in 60 digits. Here each is multiplied by its power of f, for x = f r.
    /// </summary>
    public double C2 = 0.5 * Math.Pow(factor, 2), C3 = 0.16666666666666677 * Math.Pow(factor, 3),
        C4 = 0.04166666666666651 * Math.Pow(factor, 4), C5 = 0.008333333333321691 * Math.Pow(factor, 5),
        C6 = 0.0013888888888962314 * Math.Pow(factor, 6), C7 = 0.00019841269885967385 * Math.Pow(factor, 7),
        C8 = 2.480158717263345e-05 * Math.Pow(factor, 8), C9 = 2.7557244372813074e-06 * Math.Pow(factor, 9),
        C10 = 2.755740257009414e-07 * Math.Pow(factor, 10), C11 = 2.510897933509771e-08 * Math.Pow(factor, 11),
        C12 = 2.0875350696629687e-09 * Math.Pow(factor, 12);

    /// <summary>From 20 on tanh is 1 in double precision.</summary>
    public double MaxForTanh = 20;

    /// <summary>Beyond this e^-z is lost beside 1, and e^z would soon overflow.</summary>
    public double MaxForSigmoid = 708;
}

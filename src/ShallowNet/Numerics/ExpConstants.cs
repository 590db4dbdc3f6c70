namespace ShallowNet;

/// <summary>The numbers in the formulas of <see cref="VectorMath"/>; RemezTests finds them again.</summary>
internal static class ExpConstants
{
    public const double Log2OfE = 1.4426950408889634, MinusLn2 = -0.6931471805599453;
    /// <summary>-log 2 in two parts: the first has 20 zero bits at its end, so that n times it is exact.</summary>
    public const double MinusLn2High = -0.693147180369123816490, MinusLn2Low = -1.90821492927058770002e-10;
    /// <summary>1.5 · 2^52 + 1023: adding it leaves, in the lowest bits, the nearest whole number n as the exponent of 2^n.</summary>
    public const double Rounder = 6755399441055744.0 + 1023;

    /// <summary>Where |x| is at most log(2)/2, x + c2 x² + ... + c12 x^12 is e^x - 1 within 0.01 · 2^-53 of its size: the polynomial whose
    /// greatest relative error is least, found by Remez's exchange.</summary>
    public const double
        C2 = 0.5, C3 = 0.16666666666666677, C4 = 0.04166666666666651, C5 = 0.0083333333333217, C6 = 0.0013888888888962312,
        C7 = 0.00019841269885939467, C8 = 2.4801587172617255e-05, C9 = 2.7557244403780116e-06, C10 = 2.755740260807497e-07,
        C11 = 2.5108967622626602e-08, C12 = 2.0875330709350474e-09;

    /// <summary>From z = 20 on tanh is 1 in double precision; this is 2z.</summary>
    public const double MaxForTanh = 40;
    /// <summary>Beyond this e^-z is lost beside 1, and e^z would soon overflow.</summary>
    public const double MaxForSigmoid = 708;
}

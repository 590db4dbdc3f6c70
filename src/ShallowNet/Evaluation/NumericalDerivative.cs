namespace ShallowNet;

/// <summary>Slopes measured instead of derived.</summary>
public static class NumericalDerivative
{
    /// <summary>(f(z + h) - f(z - h)) / 2h, for a step h above 0; the error shrinks with h² until rounding takes over.</summary>
    public static double Central(Func<double, double> f, double z, double h = 1e-5)
    {
        ArgumentNullException.ThrowIfNull(f);
        Guard.Step(h);
        return (f(z + h) - f(z - h)) / (2 * h);
    }

    /// <summary>(f(z + h) - f(z)) / h, for a step h above 0; the error shrinks with h only.</summary>
    public static double Forward(Func<double, double> f, double z, double h = 1e-8)
    {
        ArgumentNullException.ThrowIfNull(f);
        Guard.Step(h);
        return (f(z + h) - f(z)) / h;
    }
}

namespace ShallowNet;

internal static class Gaussian
{
    /// <summary>One draw from N(0, 1) by the method of Box and Muller (1958).</summary>
    public static double NextGaussian(this Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}

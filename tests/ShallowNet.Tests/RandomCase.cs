namespace ShallowNet.Tests;

/// <summary>A random network with random examples.</summary>
internal sealed record RandomCase(Network Net, Matrix<double> X, Matrix<double> Y, int Seed)
{
    /// <summary>Networks up to 5-6-3 with up to 40 examples, any hidden activation, either cost.</summary>
    public static Gen<RandomCase> Any { get; } = Of(Gen.Int[0, 4]);

    public static Gen<RandomCase> Of(Gen<int> activation) =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[1, 6], Gen.Int[1, 3], Gen.Int[1, 40], activation, Gen.Bool, Gen.Int[0, 1_000_000])
            .Select((nx, nh, ny, m, g, squared, seed) => Make(nx, nh, ny, m, Activation.All[g], squared, seed));

    /// <summary>The laws hold for this many cases, or as many as the environment variable CsCheck_Iter says.</summary>
    public static long Count { get; } = Environment.GetEnvironmentVariable("CsCheck_Iter") is { } count ? long.Parse(count, null) : 500;

    public override string ToString() => $"{Net}, {Net.CostFunction}, {X.ColumnCount} examples, seed {Seed}";

    private static RandomCase Make(int nx, int nh, int ny, int m, Activation hidden, bool squared, int seed)
    {
        var random = new Random(seed);
        var output = squared ? Activation.All[random.Next(5)] : Activation.Sigmoid;
        var cost = squared ? CostFunction.SquaredError : CostFunction.BinaryCrossEntropy;
        var net = new Network(nx, nh, ny, hidden, output, cost, Initializer.Gaussian(1), seed);
        net.b1 = net.b1.Map(_ => random.NextGaussian());
        net.b2 = net.b2.Map(_ => random.NextGaussian());
        var X = Matrix<double>.Build.Dense(nx, m, (_, _) => random.NextGaussian());
        var Y = Matrix<double>.Build.Dense(ny, m, (_, _) => random.Next(2));
        return new(net, X, Y, seed);
    }
}

namespace ShallowNet.Benchmarks;

/// <summary>A network of Nx inputs, Nh hidden units and Ny outputs, and the number M of its examples.</summary>
public sealed record Shape(int Nx, int Nh, int Ny, int M)
{
    /// <summary>The six of the comparison.</summary>
    public static IReadOnlyList<Shape> All { get; } =
    [
        new(2, 4, 1, 400), new(2, 50, 1, 400), new(30, 16, 1, 569), new(64, 64, 1, 1797), new(64, 64, 10, 1797), new(30, 128, 1, 50_000),
    ];

    /// <summary>Multiply-adds of an epoch: W1 X, dZ1 Xᵀ, W2 A1, dZ2 A1ᵀ and W2ᵀ dZ2.</summary>
    public double MultiplyAdds => (double)M * Nh * (2 * Nx + 3 * Ny);

    public Matrix<double> X()
    {
        var random = new Random(1);
        return Matrix<double>.Build.Dense(Nx, M, (_, _) => 2 * random.NextDouble() - 1);
    }

    /// <summary>Random 0/1 targets, or one-hot.</summary>
    public Matrix<double> Y()
    {
        var random = new Random(2);
        return Matrix<double>.Build.Dense(Ny, M, (i, j) => Ny == 1 ? random.Next(2) : j % Ny == i ? 1 : 0);
    }

    public Network Network() => new(Nx, Nh, Ny, initializer: Initializer.Xavier);

    public override string ToString() => FormattableString.Invariant($"{Nx}-{Nh}-{Ny}, {M}");
}

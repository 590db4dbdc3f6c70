namespace ShallowNet;

/// <summary>How the weights start. Biases start at 0: they have no symmetry to break.</summary>
public sealed class Initializer
{
    /// <summary>What fits easily into memory.</summary>
    private const long MostWeights = 100_000_000;

    private readonly Func<int, int, Random, double> _draw;

    private Initializer(string name, Func<int, int, Random, double> draw) => (Name, _draw) = (name, draw);

    /// <summary>All weights 0: every hidden unit computes the same function, forever.</summary>
    public static Initializer Zeros { get; } = new("zeros", (_, _, _) => 0);

    /// <summary>N(0, 2 / (inputs + outputs)), after Glorot and Bengio (2010); made for tanh and sigmoid.</summary>
    public static Initializer Xavier { get; } =
        new("Xavier", (outputs, inputs, random) => Math.Sqrt(2.0 / (inputs + outputs)) * random.NextGaussian());

    /// <summary>Uniform between ±√(6 / (inputs + outputs)), with the variance of <see cref="Xavier"/>: Glorot and Bengio.</summary>
    public static Initializer GlorotUniform { get; } =
        new("Glorot uniform", (outputs, inputs, random) => Math.Sqrt(6.0 / (inputs + outputs)) * (2 * random.NextDouble() - 1));

    /// <summary>N(0, 2 / inputs), after He, Zhang, Ren and Sun (2015); made for ReLU.</summary>
    public static Initializer He { get; } = new("He", (_, inputs, random) => Math.Sqrt(2.0 / inputs) * random.NextGaussian());

    /// <summary>All weights the same <paramref name="value"/>: as symmetric as zeros.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public static Initializer Constant(double value)
    {
        Guard.Finite(value);
        return new(Invariant($"constant {value}"), (_, _, _) => value);
    }

    /// <summary>N(0, 1) times <paramref name="scale"/>, the standard deviation of the weights, 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The scale is negative, NaN or infinite.</exception>
    public static Initializer Gaussian(double scale = 0.01)
    {
        Guard.Range(scale >= 0 && double.IsFinite(scale), nameof(scale),
            $"scale is {scale}, the standard deviation of the weights: expected 0 or more, such as 0.01.");
        // Adding 0 makes a -0 of scale 0 the 0 that it is meant to be.
        return new(Invariant($"Gaussian × {scale}"), (_, _, random) => scale * random.NextGaussian() + 0.0);
    }

    /// <summary>The name that legends and tables show.</summary>
    public string Name { get; }

    /// <summary>Draws the weights of one layer, outputs × inputs, row by row; the same seed of the source gives the same weights.</summary>
    /// <exception cref="ArgumentException">A size is less than 1 or the source is null.</exception>
    public Matrix<double> Weights(int outputs, int inputs, Random random)
    {
        Guard.Size(outputs);
        Guard.Size(inputs);
        ArgumentNullException.ThrowIfNull(random);
        Guard.Range((long)outputs * inputs <= MostWeights, nameof(outputs),
            $"{outputs:N0} units with {inputs:N0} inputs have {(long)outputs * inputs:N0} weights, "
            + $"expected at most {MostWeights:N0}: take fewer units.");
        var drawn = Enumerable.Range(0, outputs * inputs).Select(_ => _draw(outputs, inputs, random));
        return Matrix<double>.Build.DenseOfRowMajor(outputs, inputs, drawn);
    }

    /// <summary>The <see cref="Name"/>.</summary>
    public override string ToString() => Name;
}

namespace ShallowNet.Notebooks;

/// <summary>A grid of places over the frame of a data set of two inputs, at which networks are asked.</summary>
internal sealed class Plane(Dataset data, int perSide)
{
    public double[] XRange { get; } = Frame(data).X;
    public double[] YRange { get; } = Frame(data).Y;
    /// <summary>The distances between two columns and between two rows of places.</summary>
    public (double X, double Y) Step => ((XRange[1] - XRange[0]) / (perSide - 1), (YRange[1] - YRange[0]) / (perSide - 1));

    /// <summary>What is drawn of the data: its range, and a little more on each side.</summary>
    public static (double[] X, double[] Y) Frame(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        Guard.That(data.Nx == 2, nameof(data), $"The data set has {data.Nx} inputs: this figure is a plane and needs two.");
        var (x0, x1) = CurveSampling.Range(data.X.Row(0), 0.06);
        var (y0, y1) = CurveSampling.Range(data.X.Row(1), 0.06);
        return ([x0, x1], [y0, y1]);
    }

    /// <summary>The network's output at each place, row by row from below, all in one forward pass.</summary>
    public double[][] Ask(Network net)
    {
        Guard.That(net.Nx == 2, nameof(net), $"The network has {net.Nx} inputs: this figure is a plane and needs two.");
        Guard.That(net.Ny == 1, nameof(net), $"The network has {net.Ny} outputs: a boundary is drawn for networks of one output.");
        var (dx, dy) = Step;
        var places = Matrix<double>.Build.Dense(2, perSide * perSide, (i, column) =>
            i == 0 ? XRange[0] + column % perSide * dx : YRange[0] + column / perSide * dy);
        var answers = net.Probabilities(places).Row(0).ToArray();
        Guard.That(!Array.Exists(answers, double.IsNaN), nameof(net),
            $"The {net} answers NaN instead of numbers, so it has no boundary to draw; its weights are NaN or infinite, as after "
            + "a training that diverged. Make a new network and train it with a smaller learning rate.");
        return [.. answers.Chunk(perSide)];
    }
}

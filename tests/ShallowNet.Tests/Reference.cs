using System.Text.Json;

namespace ShallowNet.Tests;

/// <summary>Numbers computed elsewhere: NumPy for the flower lab, PyTorch autograd for the gradients.</summary>
internal static class Reference
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    public static FlowerLab FlowerLab { get; } = Read<FlowerLab>("flower-lab.json");
    public static IReadOnlyList<GradientCase> Gradients { get; } = Read<GradientFile>("gradients.json").Cases;

    public static Matrix<double> Matrix(double[][] rows) => Matrix<double>.Build.DenseOfRowArrays(rows);

    public static Vector<double> Vector(double[] values) => Vector<double>.Build.DenseOfArray(values);

    private static T Read<T>(string name)
    {
        using var stream = typeof(Reference).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<T>(stream, Options)!;
    }

    private sealed record GradientFile(GradientCase[] Cases);
}

internal sealed record FlowerLab(
    double[][] W1, double[] B1, double[][] W2, double[] B2, double LearningRate, Dictionary<int, double> Costs, Dictionary<int,
    double> PublishedCosts)
{
    public Network Network() => new(2, 4)
    {
        W1 = Reference.Matrix(W1),
        b1 = Reference.Vector(B1),
        W2 = Reference.Matrix(W2),
        b2 = Reference.Vector(B2),
    };
}

internal sealed record GradientCase(
    string Activation, int Inputs, int Hidden, int Outputs, int Examples, double[][] X, double[][] Y, double[][] W1, double[] B1,
    double[][] W2,
    double[] B2, double[][] Z1, double[][] A1, double[][] Z2, double[][] A2, double Cost, double[][] DW1, double[] Db1, double[][] DW2,
    double[] Db2);

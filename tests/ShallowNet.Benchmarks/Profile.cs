using System.Globalization;

namespace ShallowNet.Benchmarks;

/// <summary>Where the time of an epoch goes, kernel by kernel, for one block of examples on one thread.</summary>
internal static class Profile
{
    public static int Run()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var (peak, tanh, sigmoid) = (Machine.PeakOfOneCore(), Machine.Elementwise(Tanh), Machine.Elementwise(Sigmoid));
        Console.WriteLine("µs for a block (÷ bound: multiply-adds at peak, functions at their bare speed)");
        Console.WriteLine();
        Console.WriteLine("| network, examples of the block | W1 X + b1 | tanh | W2 A1 + b2 | sigmoid, cost, dZ2 | dZ2 A1ᵀ | W2ᵀ dZ2 ⊙ g' | dZ1 Xᵀ |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var (nx, nh, ny, m) in new[] { (2, 4, 1, 400), (2, 50, 1, 208), (30, 16, 1, 288), (64, 64, 1, 240), (64, 64, 10, 240), (30, 128, 1, 400) })
        {
            Row(nx, nh, ny, m, peak, tanh * 1e-3, sigmoid * 1e-3);
        }
        return 0;
    }

    private static void Tanh(double[] z, double[] a) => Activation.Tanh.Value(z, a);

    private static void Sigmoid(double[] z, double[] a) => Activation.Sigmoid.Value(z, a);

    private static void Row(int nx, int nh, int ny, int m, double peak, double tanh, double sigmoid)
    {
        var random = new Random(1);
        double[] Random(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.5)];
        double[] X = Random(nx * m), Y = Random(ny * m), shares = new double[m], W1 = Random(nh * nx), b1 = new double[nh], W2 = Random(ny * nh), b2 = new double[ny];
        double[] A1 = new double[nh * m], Z2 = new double[ny * m], dZ2 = new double[ny * m], dW1 = new double[W1.Length], dW2 = new double[W2.Length];
        (Action Kernel, double Bound)[] kernels =
        [
            (() => Kernels.Affine(W1, b1, X, A1, m), nh * nx * m / peak * 1e-3),
            (() => Activation.Tanh.Value(A1, A1), nh * m * tanh),
            (() => Kernels.Affine(W2, b2, A1, Z2, m), ny * nh * m / peak * 1e-3),
            (() => Kernels.CrossEntropy(Z2, Y, shares, dZ2), ny * m * sigmoid),
            (() => Kernels.AddGradients(dZ2, A1, dW2, b2, m), ny * nh * m / peak * 1e-3),
            (() => Activation.Tanh.HiddenErrors(W2, dZ2, A1, A1, m), ny * nh * m / peak * 1e-3),
            (() => Kernels.AddGradients(A1, X, dW1, b1, m), nh * nx * m / peak * 1e-3),
        ];
        var times = kernels.Select(kernel => (Time: Machine.Fastest(kernel.Kernel, 20, 300), kernel.Bound));
        Console.WriteLine($"| {nx}-{nh}-{ny}, {m} | {string.Join(" | ", times.Select(t => $"{t.Time:0.00} ({t.Time / t.Bound:0.0})"))} |");
    }
}

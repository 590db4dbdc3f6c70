using System.Globalization;

namespace ShallowNet.Benchmarks;

/// <summary>Where the time of an epoch goes, step by step, for one block of examples on one thread.</summary>
internal static class Profile
{
    public static int Run()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var (peak, tanh, sigmoid) = (Machine.PeakOfOneCore() * 1e3, Machine.Elementwise(Tanh) * 1e-3, Machine.Elementwise(Sigmoid) * 1e-3);
        Console.WriteLine("µs for a block (÷ bound: multiply-adds at peak, functions at their bare speed)");
        Console.WriteLine();
        Console.WriteLine("| network, examples of the block | Z1, A1, Z2 | of it tanh | A2, cost, dZ2 | all gradients | the rest | epoch |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var shape in new Shape[] { new(2, 4, 1, 400), new(2, 50, 1, 208), new(30, 16, 1, 288), new(64, 64, 1, 240), new(64, 64, 10, 240), new(30, 128, 1, 400) })
        {
            Row(shape, peak, tanh, sigmoid);
        }
        return 0;
    }

    private static void Tanh(Storage z, Storage a) => Activation.Tanh.Value(z.Span, a.Span);

    private static void Sigmoid(Storage z, Storage a) => Activation.Sigmoid.Value(z.Span, a.Span);

    private static void Row(Shape shape, double peak, double tanh, double sigmoid)
    {
        var (net, nx, nh, ny, m) = (shape.Network(), shape.Nx, shape.Nh, shape.Ny, shape.M);
        Rows X = Rows.Of(shape.X(), 0, m, lasting: true), Y = Rows.Of(shape.Y(), 0, m, lasting: true);
        var shares = Rows.Shares(m, X.Width, m, lasting: true);
        double[] W1 = net.W1.ToRowMajorArray(), b1 = net.b1.ToArray(), W2 = net.W2.ToRowMajorArray(), b2 = net.b2.ToArray();
        Storage A1 = new(nh * X.Width, lasting: true), Z2 = new(ny * X.Width, lasting: true), dZ2 = new(ny * X.Width, lasting: true);
        var shard = new Shard(net, shape.X(), shape.Y(), 0, m);
        using var work = new Workspace(net, shape.X(), shape.Y(), threads: 1);
        void Forward()
        {
            Kernels.Affine(W1, b1, X.Values, A1.Span, X.Width);
            net.Hidden.Value(A1.Span, A1.Span);
            Kernels.Affine(W2, b2, A1.Span, Z2.Span, X.Width);
        }
        void Backward() => net.Hidden.Backward(W2, dZ2.Span, X.Values, A1.Span, A1.Span, shard, X.Width);
        void Epoch()
        {
            work.Pass();
            work.Update(0.1);
        }
        double functions = nh * m * tanh, outputs = ny * m * sigmoid, forward = m * nh * (nx + ny) / peak, backward = m * nh * (nx + 2 * ny) / peak;
        double[] times = [Time(Forward), Time(() => Activation.Tanh.Value(A1.Span, A1.Span)), Time(() => Kernels.CrossEntropy(Z2.Span, Y.Values, shares.Span, dZ2.Span)), Time(Backward), Time(Epoch)];
        double[] bounds = [forward + functions, functions, outputs, backward, forward + functions + outputs + backward];
        string Shown(int i) => $"{times[i]:0.00} ({times[i] / bounds[i]:0.0})";
        Console.WriteLine($"| {shape} | {Shown(0)} | {Shown(1)} | {Shown(2)} | {Shown(3)} | {times[4] - times[0] - times[2] - times[3]:0.00} | {Shown(4)} |");
    }

    private static double Time(Action action) => Machine.Fastest(action, 20, 3000);
}

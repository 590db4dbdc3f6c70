namespace ShallowNet.Benchmarks;

/// <summary>Where the time of an epoch goes, step by step, for one block of examples on one thread.</summary>
internal static class Profile
{
    public static void Run()
    {
        var peak = Machine.PeakOfOneCore() * 1e3;
        var (tanh, sigmoid) = (Machine.Elementwise(Activation.Tanh) * 1e-3, Machine.Elementwise(Activation.Sigmoid) * 1e-3);
        Console.WriteLine("µs for a block (÷ bound: multiply-adds at peak, functions at their bare speed)");
        Console.WriteLine();
        Report.Head("network, examples of the block", "Z1, A1, Z2", "of it tanh", "A2, cost", "dZ2, all gradients", "the rest", "epoch");
        Shape[] shapes =
            [new(2, 4, 1, 400), new(2, 50, 1, 208), new(30, 16, 1, 288), new(64, 64, 1, 240), new(64, 64, 10, 240), new(30, 128, 1, 400)];
        foreach (var shape in shapes)
            Row(shape, peak, tanh, sigmoid);
    }

    private static void Row(Shape shape, double peak, double tanh, double sigmoid)
    {
        var (net, nx, nh, ny, m) = (shape.Network(), shape.Nx, shape.Nh, shape.Ny, shape.M);
        PaddedRows X = PaddedRows.Of(shape.X(), 0, m, m, aligned: true), Y = PaddedRows.Of(shape.Y(), 0, m, m, aligned: true);
        var weights = PaddedRows.ExampleWeights(m, X.Width, m, aligned: true);
        var parameters = new ParameterArrays(net.Parameters);
        var block = new Backpropagation(net, m, training: true);
        var work = new Workspace(net, shape.X(), shape.Y(), threads: 1);
        void Forward() => block.Forward(parameters, X);
        void Backward()
        {
            block.Gradients.Clear();
            block.Backward(parameters, X, Y, weights);
        }
        double functions = nh * m * tanh, outputs = ny * m * sigmoid, forward = m * nh * (nx + ny) / peak, backward =
            m * nh * (nx + 2 * ny) / peak;
        double[] times =
        [
            Time(Forward), Time(() => Activation.Tanh.Value(block.A1.Values, block.A1.Values)), Time(() => block.Cost(Y, weights)),
            Time(Backward), Time(() => work.Epoch()),
        ];
        double[] bounds = [forward + functions, functions, outputs, backward, forward + functions + outputs + backward];
        string Shown(int i) => $"{times[i]:0.00} ({times[i] / bounds[i]:0.0})";
        Report.Row($"{shape}", Shown(0), Shown(1), Shown(2), Shown(3), $"{times[4] - times[0] - times[2] - times[3]:0.00}", Shown(4));
    }

    private static double Time(Action action) => Machine.Fastest(action, 20, 3000);
}

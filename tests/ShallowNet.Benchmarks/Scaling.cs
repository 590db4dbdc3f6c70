namespace ShallowNet.Benchmarks;

/// <summary>How the time of an epoch grows with the examples and with the hidden units: linear means equal last columns.</summary>
internal static class Scaling
{
    public static void Run()
    {
        Report.Head("network, examples", "µs per epoch, one thread", "ns per example and hidden unit", "memory ÷ (X, A1, A2)");
        foreach (var m in new[] { 1_000, 10_000, 100_000, 1_000_000 })
            Row(new(10, 16, 1, m));
        foreach (var nh in new[] { 4, 16, 64, 256 })
            Row(new(10, nh, 1, 20_000));
    }

    private static void Row(Shape shape)
    {
        Matrix<double> X = shape.X(), Y = shape.Y();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var work = new Workspace(shape.Network(), X, Y, threads: 1);
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        var time = Machine.Fastest(() => work.Epoch(), Math.Max(1, 200_000 / shape.M), 30);
        var whole = 8.0 * shape.M * (shape.Nx + shape.Nh + shape.Ny);
        Report.Row($"{shape}", $"{time:0.0}", $"{time * 1e3 / shape.M / shape.Nh:0.000}", $"{memory / whole:0.00}");
    }
}

namespace ShallowNet.Benchmarks;

/// <summary>Ours and the peers, turn and turn about in one run; of each the fastest turn at its best number of threads counts.</summary>
internal static class SideBySide
{
    private static readonly TimeSpan TimeForAll = TimeSpan.FromSeconds(75);

    public static void Run()
    {
        Console.WriteLine($"{Machine.Name}, {Environment.ProcessorCount} cores, {Machine.Lanes} lanes, .NET {Environment.Version}, "
            + $"{DateTime.Now:yyyy-MM-dd}");
        Console.WriteLine("Microseconds per epoch; the fastest of several turns, best number of threads of each.");
        Console.WriteLine();
        Report.Head(["network, examples", .. Peers.Names, "MathNet operators", "ShallowNet", "ahead of the best peer", "one thread ÷ bound",
            "all threads ÷ bound"]);
        int[] threads = [.. new[] { 1, Environment.ProcessorCount }.Distinct()];
        Peers[] processes = [.. threads.Select(count => new Peers(count))];
        var (peak, tanh) = (Machine.PeakOfOneCore(), Machine.Elementwise(Activation.Tanh));
        var sigmoid = Machine.Elementwise(Activation.Sigmoid);
        foreach (var shape in Shape.All)
            Row(shape, processes, (shape.MultiplyAdds / peak + shape.M * (shape.Nh * tanh + shape.Ny * sigmoid)) / 1e3);
        Array.ForEach(processes, process => process.Dispose());
        Console.WriteLine();
        Console.WriteLine($"One core: {peak:0.0} multiply-adds per ns; tanh {tanh:0.00}, sigmoid {sigmoid:0.00} ns per element.");
    }

    private static void Row(Shape shape, Peers[] processes, double boundOfOneCore)
    {
        // Short turns, of a millisecond or few where an epoch allows, so that some run undisturbed.
        var epochs = Math.Max(1, (int)(2e6 / (shape.MultiplyAdds + 40.0 * shape.M * shape.Nh)));
        var textbook = new Textbook(shape);
        var one = new Workspace(shape.Network(), shape.X(), shape.Y(), threads: 1);
        var all = new Workspace(shape.Network(), shape.X(), shape.Y(), threads: Environment.ProcessorCount);
        double together = double.PositiveInfinity, mathNet = double.PositiveInfinity, alone = double.PositiveInfinity;
        var peers = Peers.Names.ToDictionary(name => name, _ => (double?)null);
        var end = Stopwatch.GetTimestamp() + (long)(TimeForAll.TotalSeconds / Shape.All.Count * Stopwatch.Frequency);
        do
        {
            foreach (var process in processes)
            {
                foreach (var name in Peers.Names)
                {
                    var time = process.Ask(name, shape, epochs);
                    peers[name] = time is null ? peers[name] : Math.Min(time.Value, peers[name] ?? time.Value);
                }
            }
            mathNet = Math.Min(mathNet, Machine.Fastest(() => textbook.Epoch(), epochs, 1));
            alone = Math.Min(alone, Machine.Fastest(() => one.Epoch(), epochs, 4));
            together = Math.Min(together, Machine.Fastest(() => all.Epoch(), epochs, 4));
        }
        while (Stopwatch.GetTimestamp() < end);

        var (best, ours) = (peers.Values.Min(), Math.Min(alone, together));
        Report.Row([$"{shape}", .. Peers.Names.Select(name => peers[name] is { } time ? Shown(time) : "absent"), Shown(mathNet),
            Shown(ours), best is null ? "no peer" : $"{best / ours:0.0} ×", $"{alone / boundOfOneCore:0.00}",
            $"{together * Environment.ProcessorCount / boundOfOneCore:0.00}"]);
    }

    private static string Shown(double microseconds) => microseconds < 100 ? $"{microseconds:0.0}" : $"{microseconds:0}";
}

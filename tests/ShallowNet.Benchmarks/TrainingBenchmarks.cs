using BenchmarkDotNet.Attributes;

namespace ShallowNet.Benchmarks;

/// <summary>One epoch of batch gradient descent: forward, cost, backward, update.</summary>
[MemoryDiagnoser]
public class TrainingBenchmarks
{
    private Textbook _textbook = null!;
    private Workspace _work = null!;

    /// <summary>The networks.</summary>
    public static IEnumerable<Shape> Shapes => Shape.All;

    /// <summary>The network and its examples.</summary>
    [ParamsSource(nameof(Shapes))]
    public Shape Shape { get; set; } = null!;

    /// <summary>Makes both.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _textbook = new(Shape);
        _work = new(Shape.Network(), Shape.X(), Shape.Y(), threads: null);
    }

    /// <summary>MathNet's operators.</summary>
    [Benchmark(Baseline = true, Description = "MathNet operators")]
    public double Operators() => _textbook.Epoch();

    /// <summary>The trainer's epoch.</summary>
    [Benchmark(Description = "ShallowNet")]
    public double Trainer() => _work.Epoch();
}

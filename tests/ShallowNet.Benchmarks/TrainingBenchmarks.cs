using BenchmarkDotNet.Attributes;

namespace ShallowNet.Benchmarks;

/// <summary>One epoch of batch gradient descent: forward, cost, backward, update.</summary>
[MemoryDiagnoser]
public class TrainingBenchmarks
{
    private Textbook _textbook = null!;
    private Workspace _work = null!;

    public static IEnumerable<Shape> Shapes => Shape.All;

    [ParamsSource(nameof(Shapes))]
    public Shape Shape { get; set; } = null!;

    [GlobalSetup]
    public void Setup()
    {
        _textbook = new(Shape);
        _work = new(Shape.Network(), Shape.X(), Shape.Y(), threads: null);
    }

    [Benchmark(Baseline = true, Description = "MathNet operators")]
    public double Operators() => _textbook.Epoch();

    [Benchmark(Description = "ShallowNet")]
    public double Trainer() => _work.Epoch();
}

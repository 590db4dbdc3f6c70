namespace ShallowNet.Player.Tests.Kernels;

/// <summary>A kernel in a folder of its own, to run cells one by one: that of a test, or that of all tests of a class.</summary>
public class KernelTrial : IAsyncDisposable
{
    private readonly Lazy<Task<INotebookKernel>> _kernel;

    public KernelTrial()
        : this(new EmbeddedEngine(INotebookEngine.DefaultMemoryLimit))
    {
    }

    /// <param name="engine">What starts the kernel.</param>
    /// <param name="folder">Where it runs; null for a folder of its own.</param>
    internal KernelTrial(INotebookEngine engine, string? folder = null) =>
        _kernel = new(() => engine.StartAsync(folder ?? Folder.Path, TestContext.Current.CancellationToken));

    /// <summary>The stand-in for .NET Interactive that lies beside the tests.</summary>
    internal static InteractiveTool StandIn => InteractiveTool.Find(
        AppContext.BaseDirectory.Replace("ShallowNet.Player.Tests", "DotNetInteractiveStandIn", StringComparison.Ordinal)
            + "DotNetInteractiveStandIn.dll");

    internal TempFolder Folder { get; } = new();

    /// <summary>Number of cells run so far: the number of the last one.</summary>
    internal int Cells { get; private set; }

    /// <summary>Runs cells on a kernel of that tool, which ends after them.</summary>
    internal static async Task<Run[]> RunAllAsync(InteractiveTool tool, params string[] cells)
    {
        await using var trial = new KernelTrial(new InteractiveEngine(tool));
        var runs = new List<Run>();
        foreach (var code in cells)
            runs.Add(await trial.RunAsync(code));
        return [.. runs];
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_kernel is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            await (await _kernel.Value).DisposeAsync();
        Folder.Dispose();
    }

    /// <summary>Runs a cell, for three minutes at most; says what it showed and how it ended.</summary>
    internal async Task<Run> RunAsync(string code, string language = "csharp")
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(3));
        var outputs = new List<KernelOutput>();
        var cell = new CellRequest(++Cells, language, code);
        return new(outputs, await (await _kernel.Value).RunAsync(cell, outputs.Add, limit.Token));
    }

    /// <summary>Runs a cell that does not fail.</summary>
    internal async Task<Run> SucceedAsync(string code)
    {
        var run = await RunAsync(code);
        Assert.Null(run.Failure);
        return run;
    }

    /// <summary>The result of a cell that does not fail, as plain text.</summary>
    internal async Task<string> ValueAsync(string code) => (await SucceedAsync(code)).Result!["text/plain"];

    /// <summary>How a cell fails whose message holds all these texts.</summary>
    internal async Task<CellFailure> FailAsync(string code, params string[] texts)
    {
        var failure = (await RunAsync(code)).Failure;
        Assert.NotNull(failure);
        Expect.In(failure.Message, texts);
        return failure;
    }

    internal sealed record Run(IReadOnlyList<KernelOutput> Outputs, CellFailure? Failure)
    {
        public IReadOnlyDictionary<string, string>? Result => Outputs.OfType<ResultOutput>().SingleOrDefault()?.Data;
        public IReadOnlyDictionary<string, string>[] Displays => [.. Outputs.OfType<DisplayOutput>().Select(display => display.Data)];

        /// <summary>The outputs as short text: "stdout Hello", "display text/plain 3", "result text/plain 3".</summary>
        public IEnumerable<string> Shown => Outputs.Select(output => output switch
        {
            TextOutput text => $"{text.Name} {text.Text}",
            DisplayOutput display => "display " + All(display.Data),
            ResultOutput result => "result " + All(result.Data),
            _ => throw new InvalidOperationException($"An unknown output: {output}."),
        });

        /// <summary>Everything shown, in order and in short: console text as it is, displays in [], the result in ().</summary>
        public string Order => string.Concat(Outputs.Select(output => output switch
        {
            DisplayOutput => $"[{Plain(output)}]",
            ResultOutput => $"({Plain(output)})",
            _ => Plain(output),
        }));

        /// <summary>All text shown, each output on a line of its own.</summary>
        public string Text => string.Join('\n', Outputs.Select(Plain));

        private static string? Plain(KernelOutput output) => output switch
        {
            TextOutput text => text.Text,
            DisplayOutput display => display.Data.GetValueOrDefault("text/plain"),
            ResultOutput result => result.Data.GetValueOrDefault("text/plain"),
            _ => null,
        };

        private static string All(IReadOnlyDictionary<string, string> data) =>
            string.Join(", ", data.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}"));
    }
}

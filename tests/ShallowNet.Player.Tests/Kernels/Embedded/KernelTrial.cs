namespace ShallowNet.Player.Tests.Kernels.Embedded;

/// <summary>An embedded kernel in a folder of its own, to run cells one by one: that of a test, or that of all tests of a class.</summary>
public class KernelTrial : IAsyncLifetime
{
    private INotebookKernel _kernel = null!;

    internal TempFolder Folder { get; } = new();

    /// <summary>Number of cells run so far: the number of the last one.</summary>
    internal int Cells { get; private set; }

    public async ValueTask InitializeAsync() => _kernel = await new EmbeddedEngine(INotebookEngine.DefaultMemoryLimit)
        .StartAsync(Folder.Path, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _kernel.DisposeAsync();
        Folder.Dispose();
    }

    /// <summary>Runs a cell and says what it showed and how it ended.</summary>
    internal async Task<Run> RunAsync(string code, string language = "csharp")
    {
        var outputs = new List<KernelOutput>();
        var failure = await _kernel.RunAsync(new CellRequest(++Cells, language, code), outputs.Add, TestContext.Current.CancellationToken);
        return new Run(outputs, failure);
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

        /// <summary>Everything shown, in order and in short: console text as it is, displays in [], the result in ().</summary>
        public string Order => string.Concat(Outputs.Select(output => output switch
        {
            TextOutput text => text.Text,
            DisplayOutput display => $"[{display.Data.GetValueOrDefault("text/plain")}]",
            ResultOutput result => $"({result.Data.GetValueOrDefault("text/plain")})",
            _ => "",
        }));
    }
}

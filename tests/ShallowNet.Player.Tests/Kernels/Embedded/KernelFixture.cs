using ShallowNet.Player.Kernels.Embedded;

namespace ShallowNet.Player.Tests.Kernels.Embedded;

/// <summary>An embedded kernel in a folder of its own, to run cells one by one.</summary>
internal sealed class KernelFixture : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private INotebookKernel _kernel = null!;

    public TempFolder Folder => _folder;

    /// <summary>Number of cells run so far: the number of the last one.</summary>
    public int Cells { get; private set; }

    public static async Task<KernelFixture> StartAsync(long memoryLimit = INotebookEngine.DefaultMemoryLimit)
    {
        var trial = new KernelFixture();
        trial._kernel = await new EmbeddedEngine(memoryLimit).StartAsync(trial._folder.Path, TestContext.Current.CancellationToken);
        return trial;
    }

    /// <summary>Runs a cell and says what it showed and how it ended.</summary>
    public async Task<Run> RunAsync(string code, string language = "csharp")
    {
        var outputs = new List<KernelOutput>();
        var failure = await _kernel.RunAsync(new CellRequest(++Cells, language, code), outputs.Add, TestContext.Current.CancellationToken);
        return new Run(outputs, failure);
    }

    public async ValueTask DisposeAsync()
    {
        await _kernel.DisposeAsync();
        _folder.Dispose();
    }

    internal sealed record Run(IReadOnlyList<KernelOutput> Outputs, CellFailure? Failure)
    {
        public string Console => string.Concat(Outputs.OfType<TextOutput>().Select(text => text.Text));

        public IReadOnlyDictionary<string, string>? Result => Outputs.OfType<ResultOutput>().SingleOrDefault()?.Data;

        public IReadOnlyList<IReadOnlyDictionary<string, string>> Displays =>
            [.. Outputs.OfType<DisplayOutput>().Select(display => display.Data)];

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

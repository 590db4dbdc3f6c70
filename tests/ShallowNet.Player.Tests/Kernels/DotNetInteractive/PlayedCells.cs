namespace ShallowNet.Player.Tests.Kernels.DotNetInteractive;

/// <summary>Plays cells on a kernel and keeps what they showed and how they ended.</summary>
internal sealed class PlayedCells
{
    public List<KernelOutput> Outputs { get; } = [];

    /// <summary>For each cell why it failed; null if it did not.</summary>
    public List<CellFailure?> Failures { get; } = [];

    /// <summary>The stand-in that lies beside the tests.</summary>
    public static InteractiveTool StandIn { get; } = InteractiveTool.Find(
        AppContext.BaseDirectory.Replace("ShallowNet.Player.Tests", "DotNetInteractiveStandIn", StringComparison.Ordinal)
            + "DotNetInteractiveStandIn.dll");

    public static Task<PlayedCells> OnStandInAsync(params string[] cells) => OnAsync(StandIn, cells);

    public static async Task<PlayedCells> OnAsync(InteractiveTool tool, params string[] cells)
    {
        var played = new PlayedCells();
        await using var kernel = await new InteractiveEngine(tool).StartAsync(Environment.CurrentDirectory,
            TestContext.Current.CancellationToken);
        foreach (var code in cells)
        {
            var cell = new CellRequest(played.Failures.Count + 1, "csharp", code);
            played.Failures.Add(await kernel.RunAsync(cell, played.Outputs.Add, TestContext.Current.CancellationToken));
        }
        return played;
    }

    /// <summary>The outputs as short text: "stdout Hello", "display text/plain 3", "result text/plain 3".</summary>
    public IEnumerable<string> Shown => Outputs.Select(output => output switch
    {
        TextOutput text => $"{text.Name} {text.Text}",
        DisplayOutput display => "display " + Text(display.Data),
        ResultOutput result => "result " + Text(result.Data),
        _ => throw new InvalidOperationException($"An unknown output: {output}."),
    });

    private static string Text(IReadOnlyDictionary<string, string> data) =>
        string.Join(", ", data.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}"));
}

using ShallowNet.Player.Kernels.DotNetInteractive;

namespace ShallowNet.Player.Tests.Kernels.DotNetInteractive;

/// <summary>
/// The same facts on the real .NET Interactive: on PATH, or named by the environment variable SHALLOWNET_DOTNET_INTERACTIVE (its executable
/// or dll). Skipped where there is none.
/// </summary>
public sealed class RealKernelTests
{
    private const string Variable = "SHALLOWNET_DOTNET_INTERACTIVE";

    [Fact]
    public async Task Run_Outputs_ComeInTheirOrder()
    {
        var played = await PlayAsync(
            "Console.Write(\"α \");\nConsole.WriteLine(2);\n\"shown\".Display();\nConsole.Error.Write(\"err\");\n\"last\"");

        Assert.Equal(["stdout α ", "stdout 2\n", "display text/plain shown", "stderr err", "result text/plain last"],
            played.Shown.Select(text => text.ReplaceLineEndings("\n")));
        Assert.Null(Assert.Single(played.Failures));
    }

    [Fact]
    public async Task Run_CompilerErrorBelowADirective_NamesTheLineOfTheCell()
    {
        var played = await PlayAsync(
            $"#r \"nuget: MathNet.Numerics, {Repository.Version("MathNet.Numerics")}\"\nusing MathNet.Numerics;\n\nint q = \"a\";");

        Assert.Empty(played.Shown);
        Assert.Equal(("CompilationError", 4, 9), (played.Failure.Name, played.Failure.Line, played.Failure.Column));
        Assert.StartsWith("(4,9): error CS0029: ", played.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Exception_GivesTypeAndMessage()
    {
        var played = await PlayAsync("int Boom(int q) => throw new InvalidOperationException(\"bad \" + q);\nBoom(3)");

        Assert.Equal(("System.InvalidOperationException", "bad 3"), (played.Failure.Name, played.Failure.Message));
        Assert.Contains(played.Failure.Traceback, line => line.Contains("Boom", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_UnknownMagicCommand_Fails()
    {
        var played = await PlayAsync("#!nosuchcommand\n1");

        Assert.NotNull(played.Failure);
    }

    [Fact]
    public async Task Run_CellThatExits_EndsTheKernel()
    {
        var played = await PlayAsync("Environment.Exit(3)");

        Assert.Equal("ProcessEnded", played.Failure.Name);
        Assert.Contains("exit code 3", played.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_VariablesOfEarlierCells_AreThere()
    {
        var played = await PlayAsync("var x = 20;", "x + 1.5");

        Assert.Contains("21.5", Assert.Single(played.Shown), StringComparison.Ordinal);
    }

    private static async Task<PlayedCells> PlayAsync(params string[] cells)
    {
        var path = Environment.GetEnvironmentVariable(Variable);
        var tool = string.IsNullOrEmpty(path) ? InteractiveTool.FindIn(Environment.GetEnvironmentVariable("PATH") ?? "")
            : InteractiveTool.Find(path);
        Assert.SkipWhen(tool is null, $"dotnet-interactive is not on PATH and {Variable} does not name it.");
        return await PlayedCells.OnAsync(tool!, cells);
    }
}

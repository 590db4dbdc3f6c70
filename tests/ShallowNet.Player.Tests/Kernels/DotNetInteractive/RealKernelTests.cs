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
        var run = Assert.Single(await RunAllAsync(
            "Console.Write(\"α \");\nConsole.WriteLine(2);\n\"shown\".Display();\nConsole.Error.Write(\"err\");\n\"last\""));
        Assert.Equal(["stdout α ", "stdout 2\n", "display text/plain shown", "stderr err", "result text/plain last"],
            run.Shown.Select(text => text.ReplaceLineEndings("\n")));
        Assert.Null(run.Failure);
    }

    [Fact]
    public async Task Run_CompilerErrorBelowADirective_NamesTheLineOfTheCell()
    {
        var run = Assert.Single(await RunAllAsync(
            $"#r \"nuget: MathNet.Numerics, {Repository.Version("MathNet.Numerics")}\"\nusing MathNet.Numerics;\n\nint q = \"a\";"));
        Assert.Empty(run.Shown);
        var failure = run.Failure!;
        Assert.Equal(("CompilationError", 4, 9), (failure.Name, failure.Line, failure.Column));
        Expect.Start(failure.Message, "(4,9): error CS0029: ");
    }

    [Theory]
    [InlineData("int Boom(int q) => throw new InvalidOperationException(\"bad \" + q);\nBoom(3)",
        "System.InvalidOperationException", "^bad 3$", "Boom")]
    [InlineData("#!nosuchcommand\n1", "", "", "")]
    [InlineData("Environment.Exit(3)", "ProcessEnded", "exit code 3", "")]
    public async Task Run_CellThatFails_SaysWhy(string cell, string name, string message, string trace)
    {
        var failure = Assert.Single(await RunAllAsync(cell)).Failure;
        Assert.NotNull(failure);
        Expect.Start(failure.Name, name);
        Assert.Matches(message, failure.Message);
        Expect.In(string.Concat(failure.Traceback), trace);
    }

    [Fact]
    public async Task Run_VariablesOfEarlierCells_AreThere()
    {
        var runs = await RunAllAsync("var x = 20;", "x + 1.5");
        Expect.In(Assert.Single(runs.SelectMany(run => run.Shown)), "21.5");
    }

    private static async Task<KernelTrial.Run[]> RunAllAsync(params string[] cells)
    {
        var path = Environment.GetEnvironmentVariable(Variable);
        var tool = string.IsNullOrEmpty(path) ? InteractiveTool.FindIn(Environment.GetEnvironmentVariable("PATH") ?? "")
            : InteractiveTool.Find(path);
        Assert.SkipWhen(tool is null, $"dotnet-interactive is not on PATH and {Variable} does not name it.");
        return await KernelTrial.RunAllAsync(tool, cells);
    }
}

using System.Diagnostics;
using System.Runtime.Intrinsics;

namespace ShallowNet.Tests;

/// <summary>
/// The reference numbers, the kernels and their functions again on narrower machines: a process of its own each, with part of the processor
/// switched off.
/// </summary>
public sealed class WidthTests
{
    private const string Widest = "SHALLOWNET_TESTS_WIDEST";

    [Theory]
    [InlineData("DOTNET_EnableAVX512", 256)]
    [InlineData("DOTNET_EnableAVX2", 128)]
    [InlineData("DOTNET_EnableHWIntrinsic", 0)]
    public async Task Tests_PartOfTheProcessorOff_StillPass(string off, int widest)
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable(Widest) is not null, "This process is one of those started.");
        Type[] classes = [typeof(ReferenceTests), typeof(KernelsTests), typeof(VectorMathTests)];
        string[] methods = [.. classes.Select(type => $"{type.FullName}.*"),
            $"{typeof(WidthTests).FullName}.{nameof(Lanes_WidestAskedFor_IsNotExceeded)}"];
        string[] arguments = ["exec", typeof(WidthTests).Assembly.Location, .. methods.SelectMany(method => new[] { "-method", method })];
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [off] = "0", [Widest] = $"{widest}" },
        };
        using var child = Process.Start(start)!;
        var error = child.StandardError.ReadToEndAsync();
        var output = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        Assert.True(child.ExitCode == 0, output + await error);
        var count = Reference.Gradients.Count + 2 + 2 * KernelsTests.Shapes.Count + 3 + 5;
        Expect.In(output, $"Total: {count}");
    }

    [Fact]
    public void Lanes_WidestAskedFor_IsNotExceeded()
    {
        var width = Vector512.IsHardwareAccelerated ? 512
            : Vector256.IsHardwareAccelerated ? 256
            : Vector128.IsHardwareAccelerated ? 128
            : 0;
        Assert.InRange(width, 0, int.Parse(Environment.GetEnvironmentVariable(Widest) ?? "512", null));
    }
}

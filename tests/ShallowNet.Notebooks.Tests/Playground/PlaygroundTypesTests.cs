namespace ShallowNet.Notebooks.Tests;

/// <summary>The types that the playground's modules state in their comments, checked by the TypeScript compiler.</summary>
public sealed class PlaygroundTypesTests
{
    [Fact]
    public async Task Modules_CheckedByTypeScript_HaveNoError()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var compiler = await NpmPack.FolderAsync("typescript", "5.9.3");
        Assert.SkipWhen(compiler is null, "npm cannot fetch the TypeScript compiler here.");
        using var node = Process.Start(new ProcessStartInfo("node",
        [
            Path.Combine(compiler, "bin", "tsc"), "--noEmit", "--allowJs", "--checkJs", "--strict", "--target", "es2022",
            "--module", "es2022", "--moduleResolution", "bundler", "--lib", "es2022,dom,dom.iterable",
            Path.Combine(Repository.Root, "src", "ShallowNet.Notebooks", "Playground", "Assets", "main.js"),
        ])
        { RedirectStandardOutput = true })!;
        var said = await node.StandardOutput.ReadToEndAsync(cancellation);
        await node.WaitForExitAsync(cancellation);

        Assert.Equal(("", 0), (said, node.ExitCode));
    }
}

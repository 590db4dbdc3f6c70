using System.Formats.Tar;
using System.IO.Compression;

namespace ShallowNet.Notebooks.Tests;

/// <summary>The types that the playground's modules state in their comments, checked by the TypeScript compiler.</summary>
public sealed class PlaygroundTypesTests
{
    private const string Version = "5.9.3";

    [Fact]
    public async Task Modules_CheckedByTypeScript_HaveNoError()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var npm = Path.Combine(Repository.Root, "artifacts", "npm");
        var archive = await NpmPack.ArchiveAsync("typescript", Version, npm);
        Assert.SkipWhen(archive is null, "npm cannot fetch the TypeScript compiler here.");
        var compiler = Path.Combine(npm, "typescript-" + Version);
        if (!Directory.Exists(compiler))
        {
            var fresh = Directory.CreateDirectory(compiler + "-" + Guid.NewGuid().ToString("N")).FullName;
            await using var zipped = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
            await TarFile.ExtractToDirectoryAsync(zipped, fresh, overwriteFiles: true, cancellation);
            Directory.Move(fresh, compiler);
        }
        using var node = Process.Start(new ProcessStartInfo("node",
        [
            Path.Combine(compiler, "package", "bin", "tsc"), "--noEmit", "--allowJs", "--checkJs", "--strict", "--target", "es2022",
            "--module", "es2022", "--moduleResolution", "bundler", "--lib", "es2022,dom,dom.iterable",
            Path.Combine(Repository.Root, "src", "ShallowNet.Notebooks", "Playground", "Assets", "main.js"),
        ])
        { RedirectStandardOutput = true })!;
        var said = await node.StandardOutput.ReadToEndAsync(cancellation);
        await node.WaitForExitAsync(cancellation);

        Assert.Equal(("", 0), (said, node.ExitCode));
    }
}

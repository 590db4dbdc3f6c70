using System.ComponentModel;
using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using ShallowNet.Player.Pages;

namespace ShallowNet.Player.Tests.Browser;

/// <summary>KaTeX as its CDN serves it: the npm package of the same version, fetched once into artifacts/npm.</summary>
internal static class KatexCopy
{
    private static readonly Lazy<Task<string?>> Fetched = new(FetchAsync);

    /// <summary>The package's folder "dist"; null where there is no npm or no network.</summary>
    public static Task<string?> FolderAsync() => Fetched.Value;

    private static async Task<string?> FetchAsync()
    {
        var folder = Path.Combine(Repository.Root, "artifacts", "npm");
        var archive = Path.Combine(folder, $"katex-{Katex.Version}.tgz");
        var unpacked = Path.Combine(folder, $"katex-{Katex.Version}");
        var dist = Path.Combine(unpacked, "package", "dist");
        if (Directory.Exists(dist))
            return dist;
        Directory.CreateDirectory(folder);
        if (!File.Exists(archive) && !await PackAsync(folder))
            return null;
        Directory.CreateDirectory(unpacked);
        await using var zipped = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
        await TarFile.ExtractToDirectoryAsync(zipped, unpacked, overwriteFiles: true);
        return dist;
    }

    private static async Task<bool> PackAsync(string folder)
    {
        var start = new ProcessStartInfo("npm", ["pack", "--silent", "katex@" + Katex.Version])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var npm = Process.Start(start)!;
            var said = npm.StandardOutput.ReadToEndAsync();
            var complained = npm.StandardError.ReadToEndAsync();
            await npm.WaitForExitAsync();
            await Task.WhenAll(said, complained);
            return npm.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}

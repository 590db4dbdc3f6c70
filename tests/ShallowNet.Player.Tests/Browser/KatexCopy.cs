using System.Formats.Tar;
using System.IO.Compression;
using ShallowNet.Player.Book;

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
        var unpacked = Path.Combine(folder, $"katex-{Katex.Version}");
        var dist = Path.Combine(unpacked, "package", "dist");
        if (Directory.Exists(dist))
            return dist;
        if (await NpmPack.ArchiveAsync("katex", Katex.Version, folder) is not { } archive)
            return null;
        Directory.CreateDirectory(unpacked);
        await using var zipped = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
        await TarFile.ExtractToDirectoryAsync(zipped, unpacked, overwriteFiles: true);
        return dist;
    }
}

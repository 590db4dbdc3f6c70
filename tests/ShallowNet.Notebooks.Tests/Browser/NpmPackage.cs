using System.Formats.Tar;
using System.IO.Compression;

namespace ShallowNet.Notebooks.Tests;

/// <summary>A file out of an npm package, fetched once into artifacts/npm; null where there is no npm or no network.</summary>
internal static class NpmPackage
{
    private static readonly SemaphoreSlim One = new(1);

    public static async Task<string?> FileAsync(string package, string version, string file)
    {
        string? archive;
        await One.WaitAsync();
        try
        {
            archive = await NpmPack.ArchiveAsync(package, version, Path.Combine(Repository.Root, "artifacts", "npm"));
        }
        finally
        {
            One.Release();
        }
        if (archive is null)
            return null;
        await using var zipped = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
        await using var tar = new TarReader(zipped);
        while (await tar.GetNextEntryAsync() is { } entry)
        {
            if (entry.Name == "package/" + file && entry.DataStream is { } content)
            {
                using var reader = new StreamReader(content);
                return await reader.ReadToEndAsync();
            }
        }
        return null;
    }
}

using System.ComponentModel;
using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;

namespace ShallowNet.Notebooks.Tests;

/// <summary>A file out of an npm package, fetched once into artifacts/npm; null where there is no npm or no network.</summary>
internal static class NpmPackage
{
    private static readonly SemaphoreSlim One = new(1);

    public static async Task<string?> FileAsync(string package, string version, string file)
    {
        var folder = Path.Combine(Repository.Root, "artifacts", "npm");
        var archive = Path.Combine(folder, $"{package}-{version}.tgz");
        await One.WaitAsync();
        try
        {
            if (!File.Exists(archive))
            {
                Directory.CreateDirectory(folder);
                if (!await PackAsync($"{package}@{version}", folder))
                {
                    return null;
                }
            }
        }
        finally
        {
            One.Release();
        }
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

    private static async Task<bool> PackAsync(string what, string folder)
    {
        var start = new ProcessStartInfo("npm") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "pack", "--silent", what })
        {
            start.ArgumentList.Add(argument);
        }
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

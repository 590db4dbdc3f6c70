using System.ComponentModel;
using System.Formats.Tar;
using System.IO.Compression;

namespace ShallowNet.TestTools;

/// <summary>npm packages, fetched once into artifacts/npm. Linked into the test projects that show pages in a browser.</summary>
internal static class NpmPack
{
    private static readonly string Npm = Path.Combine(Repository.Root, "artifacts", "npm");

    /// <summary>The folder of an unpacked package; null where there is no npm or no network.</summary>
    public static async Task<string?> FolderAsync(string package, string version)
    {
        var unpacked = Path.Combine(Npm, $"{package}-{version}");
        if (!Directory.Exists(unpacked))
        {
            if (await ArchiveAsync(package, version) is not { } archive)
                return null;
            var fresh = Directory.CreateDirectory($"{unpacked}-{Guid.NewGuid():N}").FullName;
            await using var zipped = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
            await TarFile.ExtractToDirectoryAsync(zipped, fresh, overwriteFiles: true);
            Directory.Move(fresh, unpacked);
        }
        return Path.Combine(unpacked, "package");
    }

    private static async Task<string?> ArchiveAsync(string package, string version)
    {
        var archive = Path.Combine(Npm, $"{package}-{version}.tgz");
        if (File.Exists(archive))
            return archive;
        var start = new ProcessStartInfo("npm", ["pack", "--silent", $"{package}@{version}"])
        {
            WorkingDirectory = Directory.CreateDirectory(Npm).FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var npm = Process.Start(start)!;
            await Task.WhenAll(npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync(), npm.WaitForExitAsync());
            return npm.ExitCode == 0 ? archive : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}

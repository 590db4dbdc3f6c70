using System.ComponentModel;

namespace ShallowNet.TestTools;

/// <summary>Fetches npm packages. Linked into the test projects that show pages in a browser.</summary>
internal static class NpmPack
{
    /// <summary>The archive of a package, fetched once into a folder; null where there is no npm or no network.</summary>
    public static async Task<string?> ArchiveAsync(string package, string version, string folder)
    {
        var archive = Path.Combine(folder, $"{package}-{version}.tgz");
        if (File.Exists(archive))
            return archive;
        Directory.CreateDirectory(folder);
        var start = new ProcessStartInfo("npm", ["pack", "--silent", $"{package}@{version}"])
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
            return npm.ExitCode == 0 ? archive : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}

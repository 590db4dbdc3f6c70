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
        var start = new ProcessStartInfo("npm", ["pack", "--silent", $"{package}@{version}"])
        {
            WorkingDirectory = Directory.CreateDirectory(folder).FullName,
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

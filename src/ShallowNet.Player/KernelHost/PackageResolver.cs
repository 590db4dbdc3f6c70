using System.Security;
using System.Security.Cryptography;

namespace ShallowNet.Player.KernelHost;

/// <summary>Finds the files of NuGet packages: a project that asks for them is restored by the dotnet program, with the user's own NuGet
/// configuration. The answer is kept, so that the same set of packages is found at once the next time, without a network.</summary>
internal static class PackageResolver
{
    private static readonly string[] Lists = ["compile", "runtime", "native"];

    /// <summary>Finds the files of all the packages together, by the nuget.config above a folder: a dependency has one version.</summary>
    /// <exception cref="CellException">A package cannot be had; the message names it and the source that was asked.</exception>
    public static PackageAssets Resolve(IReadOnlyCollection<PackageRequest> packages, string folder)
    {
        var project = Project(packages, folder);
        var cache = CacheFolder(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(project)))[..32]);
        using var alone = Alone(cache);
        var done = Path.Combine(cache, "done");
        var pinned = packages.All(package => !package.Version.Contains('*', StringComparison.Ordinal));
        if (pinned && File.Exists(done) && Read(cache) is { } kept)
            return kept;
        File.Delete(done);
        File.WriteAllText(Path.Combine(cache, "packages.csproj"), project);
        var errors = Restore(cache);
        if (errors is null && Read(cache) is { } assets)
        {
            File.WriteAllText(done, "");
            return assets;
        }
        errors ??= "Files of a package are missing after its restore.";
        var blamed = packages.LastOrDefault(p => errors.Contains(p.Id, StringComparison.OrdinalIgnoreCase)) ?? packages.Last();
        var names = string.Join(" and ", packages.Select(p => $"{p.Id} {p.Version}"));
        throw new CellException("PackageError", $"Cannot get {names}:\n{errors}", blamed.Line, 1);
    }

    private static string Project(IEnumerable<PackageRequest> packages, string folder)
    {
        var references = packages.Select(p =>
            $"""<PackageReference Include="{SecurityElement.Escape(p.Id)}" Version="{SecurityElement.Escape(p.Version)}" />""");
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net{Environment.Version.Major}.0</TargetFramework>
                <UseCurrentRuntimeIdentifier>true</UseCurrentRuntimeIdentifier>
                <RestoreRootConfigDirectory>{SecurityElement.Escape(folder)}</RestoreRootConfigDirectory>
                <ImportDirectoryBuildProps>false</ImportDirectoryBuildProps>
                <ImportDirectoryBuildTargets>false</ImportDirectoryBuildTargets>
                <ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally>
                <ImportDirectoryPackagesProps>false</ImportDirectoryPackagesProps>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>{string.Concat(references)}</ItemGroup>
              <Target Name="List" DependsOnTargets="ResolvePackageAssets">
                <WriteLinesToFile File="compile" Lines="@(ResolvedCompileFileDefinitions->'%(FullPath)')" Overwrite="true" />
                <WriteLinesToFile File="runtime" Lines="@(RuntimeCopyLocalItems->'%(FullPath)')" Overwrite="true" />
                <WriteLinesToFile File="native" Lines="@(NativeCopyLocalItems->'%(FullPath)')" Overwrite="true" />
              </Target>
            </Project>
            """;
    }

    /// <summary>The files that a restore listed; null if a list or one of its files is gone.</summary>
    private static PackageAssets? Read(string cache)
    {
        var paths = Lists.Select(name => Path.Combine(cache, name)).ToArray();
        return paths.All(File.Exists) && paths.Select(File.ReadAllLines).ToArray() is [var compile, var runtime, var native]
            && compile.Concat(runtime).Concat(native).All(File.Exists) ? new(compile, runtime, native) : null;
    }

    private static string CacheFolder(string key)
    {
        var user = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
        var cache = Path.Combine(user.Length > 0 ? user : Path.GetTempPath(), "ShallowNet.Player", "packages", key);
        try
        {
            return Directory.CreateDirectory(cache).FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Directory.CreateTempSubdirectory("shallownet-packages-").FullName;
        }
    }

    /// <summary>Several notebooks ask for the same packages at the same time: one restores, the others wait for it.</summary>
    private static FileStream Alone(string cache)
    {
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(cache, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (AtomicFile.IsHeldByAnother(e))
            {
                Thread.Sleep(100);
            }
        }
    }

    /// <summary>Lets dotnet fetch the packages; gives its errors, null if there are none.</summary>
    private static string? Restore(string cache)
    {
        var start = new ProcessStartInfo(DotnetHost.Path,
            ["msbuild", "packages.csproj", "-restore", "-target:List", "-verbosity:quiet", "-nologo", "-tl:off", "-nodeReuse:false"])
        {
            WorkingDirectory = cache,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                // Without a network a name is not found at the sixth try either.
                ["NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT"] = "2",
                ["NUGET_ENHANCED_NETWORK_RETRY_DELAY_MILLISECONDS"] = "200",
                ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
                ["DOTNET_NOLOGO"] = "1",
                ["DOTNET_CLI_UI_LANGUAGE"] = "en",
            },
        };
        // "dotnet run" and "dotnet test" leave variables behind that would point a restore to the wrong files.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        using var restore = Process.Start(start)!;
        restore.StandardInput.Close();
        var errorText = restore.StandardError.ReadToEndAsync();
        var output = restore.StandardOutput.ReadToEnd() + errorText.GetAwaiter().GetResult();
        restore.WaitForExit();
        if (restore.ExitCode == 0)
            return null;
        var lines = output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var errors = lines.Where(line => line.Contains("error", StringComparison.Ordinal))
            .Select(line => line[Math.Max(0, line.IndexOf("error ", StringComparison.Ordinal))..])
            .Select(line => line.EndsWith("packages.csproj]", StringComparison.Ordinal) ? line[..line.LastIndexOf('[')].TrimEnd() : line)
            .Distinct().ToArray();
        return string.Join('\n', errors.Length > 0 ? errors : lines);
    }
}

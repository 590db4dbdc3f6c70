namespace ShallowNet.Player.KernelHost;

/// <summary>The files that a set of packages brings.</summary>
/// <param name="Compile">Assemblies to compile against.</param>
/// <param name="Runtime">Assemblies to load.</param>
/// <param name="Native">Native libraries of this machine.</param>
internal sealed record PackageAssets(IReadOnlyList<string> Compile, IReadOnlyList<string> Runtime, IReadOnlyList<string> Native)
{
    /// <summary>Reads what NuGet wrote after a restore; null if it is damaged or a file it names is gone.</summary>
    public static PackageAssets? TryRead(string assetsFile)
    {
        try
        {
            return Read(assetsFile);
        }
        catch (Exception e) when (e is IOException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static PackageAssets? Read(string assetsFile)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(assetsFile));
        var folders = json.RootElement.GetProperty("packageFolders").EnumerateObject().Select(f => f.Name).ToArray();
        var libraries = json.RootElement.GetProperty("libraries");
        List<string> compile = [], runtime = [], native = [];
        foreach (var library in json.RootElement.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject())
        {
            var path = libraries.GetProperty(library.Name).GetProperty("path").GetString()!;
            var root = folders.Select(folder => Path.Combine(folder, path)).FirstOrDefault(Directory.Exists);
            if (root is null)
                return null;
            compile.AddRange(Files(library.Value, "compile", root));
            runtime.AddRange(ForThisMachine(library.Value, "runtime", root));
            runtime.AddRange(Files(library.Value, "runtime", root));
            native.AddRange(ForThisMachine(library.Value, "native", root));
        }
        return compile.Concat(runtime).All(File.Exists) ? new PackageAssets(compile, runtime, native) : null;
    }

    private static IEnumerable<string> Files(JsonElement library, string group, string root) =>
        library.TryGetProperty(group, out var files)
            ? files.EnumerateObject().Select(file => file.Name).Where(name => name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
                .Select(name => Full(root, name))
            : [];

    private static IEnumerable<string> ForThisMachine(JsonElement library, string kind, string root)
    {
        if (!library.TryGetProperty("runtimeTargets", out var files))
            return [];
        var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        string[] accepted = [RuntimeInformation.RuntimeIdentifier,
            $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}", system, "unix"];
        return files.EnumerateObject()
            .Where(file => file.Value.GetProperty("assetType").GetString() == kind)
            .Select(file => (Order: Array.IndexOf(accepted, file.Value.GetProperty("rid").GetString()), file.Name))
            .Where(file => file.Order >= 0 && (file.Order < 3 || system != "win"))
            .OrderBy(file => file.Order)
            .Select(file => Full(root, file.Name));
    }

    private static string Full(string root, string name) => Path.GetFullPath(Path.Combine(root, name));
}

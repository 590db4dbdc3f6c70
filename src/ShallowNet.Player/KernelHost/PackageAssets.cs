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
            using var json = JsonDocument.Parse(File.ReadAllBytes(assetsFile));
            var folders = json.RootElement.GetProperty("packageFolders").EnumerateObject().Select(f => f.Name).ToArray();
            var libraries = json.RootElement.GetProperty("libraries");
            List<string> compile = [], runtime = [], native = [];
            foreach (var library in json.RootElement.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject())
            {
                var path = libraries.GetProperty(library.Name).GetProperty("path").GetString()!;
                var root = folders.Select(folder => Path.Combine(folder, path)).FirstOrDefault(Directory.Exists, "");
                compile.AddRange(Dlls(library.Value, "compile", root));
                runtime.AddRange([.. ForThisMachine(library.Value, "runtime", root), .. Dlls(library.Value, "runtime", root)]);
                native.AddRange(ForThisMachine(library.Value, "native", root));
            }
            return compile.Concat(runtime).Concat(native).All(File.Exists) ? new(compile, runtime, native) : null;
        }
        catch (Exception e) when (e is IOException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Dlls(JsonElement library, string group, string root) => Files(library, group)
        .Where(file => file.Name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)).Select(file => Full(root, file));

    private static IEnumerable<string> ForThisMachine(JsonElement library, string kind, string root)
    {
        var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        string[] accepted = [RuntimeInformation.RuntimeIdentifier,
            $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}", system, system == "win" ? "win" : "unix"];
        var files = Files(library, "runtimeTargets").Where(file => file.Value.GetProperty("assetType").GetString() == kind)
            .ToLookup(file => file.Value.GetProperty("rid").GetString());
        return accepted.Distinct().SelectMany(rid => files[rid]).Select(file => Full(root, file));
    }

    private static IEnumerable<JsonProperty> Files(JsonElement library, string group) =>
        library.TryGetProperty(group, out var files) ? files.EnumerateObject() : Enumerable.Empty<JsonProperty>();

    private static string Full(string root, JsonProperty file) => Path.GetFullPath(Path.Combine(root, file.Name));
}

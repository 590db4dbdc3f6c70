using System.Runtime.Loader;

namespace ShallowNet.Player.KernelHost;

/// <summary>Holds the assemblies of one notebook, one copy of each. Order: what the player shares with cells, the framework, packages of #r
/// "nuget:", dlls of #r "path", and their neighbors.</summary>
internal sealed class NotebookLoadContext() : AssemblyLoadContext("notebook")
{
    private static readonly string FrameworkFolder = RuntimeEnvironment.GetRuntimeDirectory();
    private static readonly HashSet<string> Shared = new(StringComparer.OrdinalIgnoreCase)
    {
        typeof(Cells.Kernel).Assembly.GetName().Name!, "Microsoft.DotNet.Interactive.Formatting", "Microsoft.AspNetCore.Html.Abstractions",
    };

    private readonly ConcurrentDictionary<string, string> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<string> _neighbors = new(), _native = new();

    /// <summary>Makes the files of packages loadable by their names. The first file of a name stays.</summary>
    public void Add(PackageAssets assets)
    {
        foreach (var path in assets.Runtime)
            _files.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        foreach (var path in assets.Native)
            _native.Enqueue(path);
    }

    /// <summary>Makes a dll of #r "path" loadable, and what lies beside it.</summary>
    public void Add(string path)
    {
        _files.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        _neighbors.Enqueue(Path.GetDirectoryName(path)!);
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var name = assemblyName.Name!;
        if (Shared.Contains(name) || IsFramework(name, assemblyName.Version))
            return null;
        var path = _files.GetValueOrDefault(name)
            ?? _neighbors.Select(folder => Path.Combine(folder, name + ".dll")).FirstOrDefault(File.Exists);
        return path is null ? null : LoadFromAssemblyPath(path);
    }

    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName)
    {
        string[] names = [unmanagedDllName, "lib" + unmanagedDllName];
        var path = _native.FirstOrDefault(path => names.Intersect([Path.GetFileName(path), Path.GetFileNameWithoutExtension(path)]).Any());
        return path is null ? IntPtr.Zero : LoadUnmanagedDllFromPath(path);
    }

    private static bool IsFramework(string name, Version? wanted)
    {
        var path = Path.Combine(FrameworkFolder, name + ".dll");
        return File.Exists(path) && (wanted is null || AssemblyName.GetAssemblyName(path).Version >= wanted);
    }
}

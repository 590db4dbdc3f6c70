using System.Runtime.Loader;

namespace ShallowNet.Player.KernelHost;

/// <summary>
/// Holds the assemblies of one notebook, one copy of each. Order: what the player shares with cells, the framework, packages of #r
/// "nuget:", dlls of #r "path", and their neighbours.
/// </summary>
internal sealed class NotebookLoadContext() : AssemblyLoadContext("notebook")
{
    private static readonly string FrameworkFolder = RuntimeEnvironment.GetRuntimeDirectory();
    private static readonly HashSet<string> Shared = new(StringComparer.OrdinalIgnoreCase)
    {
        typeof(Cells.Kernel).Assembly.GetName().Name!,
        "Microsoft.DotNet.Interactive.Formatting",
        "Microsoft.AspNetCore.Html.Abstractions",
    };

    private readonly Dictionary<string, string> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _neighbors = [];
    private readonly List<string> _native = [];

    /// <summary>Makes an assembly file loadable by its name. The first file of a name stays.</summary>
    public void AddFile(string path)
    {
        lock (_files)
            _files.TryAdd(Path.GetFileNameWithoutExtension(path), path);
    }

    /// <summary>Makes a dll of #r "path" loadable, and what lies beside it.</summary>
    public void AddReference(string path)
    {
        AddFile(path);
        lock (_files)
        {
            if (Path.GetDirectoryName(path) is { } folder && !_neighbors.Contains(folder))
                _neighbors.Add(folder);
        }
    }

    /// <summary>Makes a native library loadable.</summary>
    public void AddNative(string path)
    {
        lock (_files)
            _native.Add(path);
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var name = assemblyName.Name!;
        if (Shared.Contains(name) || IsFramework(name, assemblyName.Version))
            return null;
        return Find(name) is { } path ? LoadFromAssemblyPath(path) : null;
    }

    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName)
    {
        string[] names = [unmanagedDllName, "lib" + unmanagedDllName];
        string? path;
        lock (_files)
            path = _native.Find(file => names.Contains(Path.GetFileName(file)) || names.Contains(Path.GetFileNameWithoutExtension(file)));
        return path is null ? IntPtr.Zero : LoadUnmanagedDllFromPath(path);
    }

    private string? Find(string name)
    {
        lock (_files)
        {
            return _files.TryGetValue(name, out var path) ? path
                : _neighbors.Select(folder => Path.Combine(folder, name + ".dll")).FirstOrDefault(File.Exists);
        }
    }

    private static bool IsFramework(string name, Version? wanted)
    {
        var path = Path.Combine(FrameworkFolder, name + ".dll");
        return File.Exists(path) && (wanted is null || AssemblyName.GetAssemblyName(path).Version >= wanted);
    }
}
